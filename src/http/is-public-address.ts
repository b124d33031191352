/** Tells addresses of the public internet from those that lead inside: of this machine, its network, its cloud. */
import { BlockList, isIP } from 'node:net';

/** Not public, in IPv4. @see https://www.iana.org/assignments/iana-ipv4-special-registry */
const specialIPv4: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local, and the metadata of most clouds: 169.254.169.254.
  ['169.254.0.0', 16],
  // The inside of Azure's virtual machines; by its number it would be public.
  ['168.63.129.16', 32],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, what is reserved, and broadcast.
  ['224.0.0.0', 3],
];

/** What may be public, in IPv6; all else is not. */
const possibleIPv6: readonly (readonly [network: string, bits: number])[] = [['2000::', 3]];

/** Not public, though it is in 2000::/3. @see https://www.iana.org/assignments/iana-ipv6-special-registry */
const specialIPv6: readonly (readonly [network: string, bits: number])[] = [
  // Teredo and others, which have an IPv4 address in them.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4 has one, too.
  ['2002::', 16],
  ['3fff::', 20],
];

/** IPv6 that stands for an IPv4 address in its last four bytes: IPv4-mapped, and NAT64. */
const carriers: readonly string[] = ['::ffff:', '64:ff9b::'];

/** Gives the function that tells; it takes an address as the system writes it, and says no to what is none. */
export function publicAddresses(): (address: string) => boolean {
  const special = new BlockList();
  const possible = new BlockList();
  for (const [network, bits] of specialIPv4) {
    special.addSubnet(network, bits, 'ipv4');
    for (const carrier of carriers) special.addSubnet(carrier + network, 96 + bits, 'ipv6');
  }
  for (const [network, bits] of specialIPv6) special.addSubnet(network, bits, 'ipv6');
  for (const [network, bits] of possibleIPv6) possible.addSubnet(network, bits, 'ipv6');
  for (const carrier of carriers) possible.addSubnet(`${carrier}0.0.0.0`, 96, 'ipv6');

  return (address) => {
    const kind = isIP(address);
    if (kind === 4) return !special.check(address, 'ipv4');
    // A zone (`fe80::1%eth0`) is only there on addresses of one's own network.
    if (kind !== 6 || address.includes('%')) return false;
    return possible.check(address, 'ipv6') && !special.check(address, 'ipv6');
  };
}
