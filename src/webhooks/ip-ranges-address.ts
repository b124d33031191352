/** Reads IP addresses character by character into numbers, and makes no object on the way. */

/** How many groups of 16 bits an address is written into. */
export const groupCount = 8;

/** The longest text of an address: `ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255`. */
const longestAddress = 45;

const colon = 58;
const dot = 46;

/**
 * Writes the address into `groups` (of 8), and tells its family; 0 for what is no address, which leaves `groups`
 * undefined. IPv4 stands in the last two groups, also when it comes as `::ffff:192.0.2.1`, as dual-stack sockets give
 * it. A zone (`fe80::1%eth0`) is refused: it means something on one machine only. So are leading zeros in IPv4, which
 * some read as octal.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4291#section-2.2
 */
export function readAddress(text: string, groups: Uint16Array): 0 | 4 | 6 {
  if (text.length > longestAddress) return 0;
  if (text.indexOf(':') >= 0) return readIpv6(text, groups);
  const value = readIpv4(text, 0);
  if (value < 0) return 0;
  writeIpv4(value, groups, 6);
  return 4;
}

/** From `start` to the end of the text, as a number; -1 for what is no IPv4 address. */
function readIpv4(text: string, start: number): number {
  let value = 0;
  let octets = 0;
  let octet = -1;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === dot) {
      if (octet < 0 || octets === 3) return -1;
      value = value * 256 + octet;
      octets++;
      octet = -1;
      continue;
    }
    const digit = code - 48;
    if (digit < 0 || digit > 9 || octet === 0) return -1;
    octet = octet < 0 ? digit : octet * 10 + digit;
    if (octet > 255) return -1;
  }
  return octets === 3 && octet >= 0 ? value * 256 + octet : -1;
}

function readIpv6(text: string, groups: Uint16Array): 0 | 4 | 6 {
  let count = 0;
  let gap = -1;
  let digits = 0;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = hexDigit(code);
    if (digit >= 0) {
      if (++digits > 4 || count === groupCount) return 0;
      value = value * 16 + digit;
    } else if (code === colon && digits > 0) {
      if (at === text.length - 1) return 0;
      groups[count++] = value;
      digits = 0;
      value = 0;
    } else if (code === colon && at === 0) {
      if (text.charCodeAt(1) !== colon) return 0;
    } else if (code === colon && gap < 0) {
      gap = count;
    } else if (code === dot && digits > 0 && count <= 6) {
      const tail = readIpv4(text, at - digits);
      if (tail < 0) return 0;
      writeIpv4(tail, groups, count);
      return closeGap(groups, count + 2, gap);
    } else return 0;
  }
  if (digits > 0) groups[count++] = value;
  return closeGap(groups, count, gap);
}

/** Moves what stands behind `::` to the end, with zeros between. */
function closeGap(groups: Uint16Array, count: number, gap: number): 0 | 4 | 6 {
  if (gap < 0 ? count !== groupCount : count >= groupCount) return 0;
  if (gap >= 0) {
    // By hand: the methods of typed arrays take longer than all the rest for so few.
    const shift = groupCount - count;
    for (let group = groupCount - 1; group >= gap; group--) {
      groups[group] = group >= gap + shift ? (groups[group - shift] ?? 0) : 0;
    }
  }
  return isMapped(groups) ? 4 : 6;
}

/** Is it an IPv4 address in IPv6's clothes? */
function isMapped(groups: Uint16Array): boolean {
  for (let group = 0; group < 5; group++) if (groups[group] !== 0) return false;
  return groups[5] === 0xffff;
}

function writeIpv4(value: number, groups: Uint16Array, at: number): void {
  groups[at] = value >>> 16;
  groups[at + 1] = value & 0xffff;
}

/** The value of a hexadecimal digit; -1 for another character. */
function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
