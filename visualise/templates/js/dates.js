// Dates are ISO and may be less exact than a day: "2023-12" begins on its first day and ends on its last.
const DAY = 86400000;
function firstDay(date) {
  if (date.length === 10) return date;
  return (date + "-01-01".slice(date.length === 4 ? 0 : 3)).slice(0, 10);
}
function lastDay(date) {
  if (date.length === 10) return date;
  if (date.length > 10) return date.slice(0, 10);
  const [year, month] = date.length >= 7 ? date.split("-").map(Number) : [Number(date), 12];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
const toNumber = (date) => Math.round(Date.parse(date + "T00:00:00Z") / DAY);
const toDate = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
function inWords(date) {
  if (!date) return "";
  const [year, month, day] = date.split("-");
  return [day ? String(Number(day)) : "", month ? MONTHS[Number(month) - 1] : "", year].filter(Boolean).join(" ");
}
function spellInWords(edge) {
  const days = edge.on || [];
  if (edge.from && edge.to && edge.from === edge.to) return inWords(edge.from);
  if (edge.from && edge.to) return inWords(edge.from) + " – " + inWords(edge.to);
  if (edge.from) return "from " + inWords(edge.from);
  if (edge.to) return "until " + inWords(edge.to);
  return days.map(inWords).join(", ");
}
