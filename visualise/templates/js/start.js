// Errors and policy violations are kept where a test, or a person with a broken page, can read them.
const problems = [];
addEventListener("error", (event) => problems.push(String(event.message)));
addEventListener("unhandledrejection", (event) => problems.push(String(event.reason)));
addEventListener("securitypolicyviolation", (event) => problems.push("policy: " + event.violatedDirective + " " + event.blockedURI));

const byId = (id) => document.getElementById(id);
const dark = matchMedia("(prefers-color-scheme: dark)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const theme = () => (dark.matches ? "dark" : "light");
const looks = JSON.parse(byId("appearance").textContent);

// Everything that happens goes through these few names, so that no part of the page knows another.
const listeners = new Map();
const on = (name, heard) => listeners.set(name, [...(listeners.get(name) || []), heard]);
const say = (name, ...values) => (listeners.get(name) || []).forEach((heard) => heard(...values));
