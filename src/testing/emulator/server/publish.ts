/** Sends an event to the hooks of a repository and of its project that want it. */
import type { EmulatorContext } from '../context.ts';
import type { ServerHook } from './hook.ts';
import type { HookSender } from './hook-sender.ts';
import type { Json, TimeShape } from './shapes.ts';
import type { ServerRepository } from './world.ts';

/** Returns at once; `settled()` of the emulator waits for the deliveries. */
export type Publish = (found: ServerRepository, message: { event: string; payload: Json }) => void;

export const subscribersOf = ({ hooks, project }: ServerRepository, event: string): ServerHook[] =>
  [...hooks.values(), ...project.hooks.values()].filter((hook) => hook.active && hook.events.includes(event));

export const createPublisher =
  (context: Pick<EmulatorContext, 'background'>, sender: Pick<HookSender, 'send'>): Publish =>
  (found, message) => {
    for (const hook of subscribersOf(found, message.event)) context.background(sender.send(hook, message));
  };

/** `2018-07-05T18:22:00+0000`, as payloads date themselves. */
export const dateText = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, '+0000');

/** Times inside payloads: milliseconds, and texts since 10.0. */
export const payloadTime = (version: '9.4' | '10.4'): TimeShape =>
  version === '9.4' ? (time) => time : (time) => new Date(time).toISOString();
