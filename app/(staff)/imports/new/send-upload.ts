/** Bytes, and bytes per second since the start. */
export type UploadProgress = { sent: number; total: number; perSecond: number };

/**
 * Sends the form with its file and leads to the import's page. XMLHttpRequest, because fetch does not tell how far an
 * upload is. Rejects with the sentence that the server gave.
 */
export function sendUpload(form: HTMLFormElement, onProgress: (progress: UploadProgress) => void): Promise<void> {
  const begun = performance.now();
  const request = new XMLHttpRequest();
  // Not `form.action`: the form has a question of that name, which stands in front of the form's own property.
  request.open("POST", form.getAttribute("action") ?? "");
  request.setRequestHeader("accept", "application/json");
  request.responseType = "json";
  request.upload.onprogress = ({ loaded, total }) => {
    onProgress({ sent: loaded, total, perSecond: (loaded / (performance.now() - begun)) * 1000 });
  };
  return new Promise((_resolve, reject) => {
    request.onload = () => {
      if (request.status === 201) window.location.assign(request.response.location);
      else reject(new Error(request.response?.error?.message ?? `The server answered ${request.status}. Try again.`));
    };
    request.onerror = () => reject(new Error("The connection broke. Nothing was changed. Try again."));
    request.send(new FormData(form));
  });
}
