/** The instant as people here say it: ISO 8601, seconds, with this device's offset from UTC. */
export const localNow = (at = new Date()): string => {
  const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, '0');
  const offset = -at.getTimezoneOffset();
  const day = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const time = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
  return `${day}T${time}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
};
