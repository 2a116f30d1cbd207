export const seeOther = (location: string): Response => new Response(null, { status: 303, headers: { location } });
