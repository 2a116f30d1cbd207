"use client";

export { WentWrong as default } from "#app/_doors/went-wrong.tsx";
