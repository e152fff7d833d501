const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Writes milliseconds for people: `250 ms`, `1.5 s`, `42 s`, `2 min 5 s`, `1 h 30 min`, `2 d 1 h`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < second) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 9.95 * second)
    return `${Number((milliseconds / second).toFixed(1))} s`;
  const whole = Math.round(milliseconds / second) * second;
  if (whole < minute) return `${whole / second} s`;
  if (whole < hour) return inTwo(whole, [minute, 'min'], [second, 's']);
  if (whole < day) return inTwo(whole, [hour, 'h'], [minute, 'min']);
  return inTwo(whole, [day, 'd'], [hour, 'h']);
}

type Unit = readonly [size: number, name: string];

function inTwo(duration: number, [size, name]: Unit, [rest, restName]: Unit): string {
  const more = Math.floor((duration % size) / rest);
  const most = `${Math.floor(duration / size)} ${name}`;
  return more === 0 ? most : `${most} ${more} ${restName}`;
}

/** Writes milliseconds as a clock does: `0:05`, `25:00`, `1:02:03`. */
export function formatClock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / second);
  const minutes = Math.floor(seconds / 60);
  const tail = twoDigits(seconds % 60);
  if (minutes < 60) return `${minutes}:${tail}`;
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${tail}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
