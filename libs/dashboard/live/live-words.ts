import { Inject, Injectable } from '@nestjs/common';
import { ReadPlanVersions, ReadSuggestionVersions } from '@phien/planning';
import type { Namespace } from 'socket.io';
import type { WordDto, WordTopic } from './live.dto';
import { LivePace } from './live-pace';
import { ReadFilesVersions } from './read-files-versions';
import type { Viewer } from './viewer';

const roomOf = (fairId: string, topic: WordTopic) => `${fairId}:${topic}`;

/** Who hears of one topic of one fair in this process. */
class Room {
  readonly viewers = new Set<Viewer>();
  /** Heard and not said yet. */
  newest: number | undefined;
  timer: NodeJS.Timeout | undefined;

  constructor(
    readonly fairId: string,
    readonly topic: WordTopic,
  ) {}
}

/**
 * Tells whoever has a fair's plan, its files or its suggestions open how far they have come: at most
 * four times a second, and with every heartbeat, so that a word that was lost is said again. It
 * carries no plan and no file: whoever is behind asks over HTTP.
 */
@Injectable()
export class LiveWords {
  private readonly rooms = new Map<string, Room>();
  private readonly versions: Record<WordTopic, Pick<ReadPlanVersions, 'run'>>;
  private namespace: Namespace | undefined;

  constructor(
    readPlanVersions: ReadPlanVersions,
    readFilesVersions: ReadFilesVersions,
    readSuggestionVersions: ReadSuggestionVersions,
    @Inject(LivePace) private readonly pace: LivePace,
  ) {
    this.versions = {
      plan: readPlanVersions,
      files: readFilesVersions,
      suggestion: readSuggestionVersions,
    };
  }

  open(namespace: Namespace): void {
    this.namespace = namespace;
  }

  close(): void {
    for (const { timer } of this.rooms.values()) clearTimeout(timer);
    this.rooms.clear();
  }

  /** Puts a viewer into the room of a fair and topic, out of that of any other fair. */
  join(viewer: Viewer, fairId: string, topic: WordTopic): void {
    this.leave(viewer, topic);
    const name = roomOf(fairId, topic);
    void viewer.socket.join(name);
    const room = this.rooms.get(name) ?? new Room(fairId, topic);
    this.rooms.set(name, room);
    room.viewers.add(viewer);
    viewer.hears.set(topic, fairId);
  }

  leave(viewer: Viewer, topic: WordTopic): void {
    const fairId = viewer.hears.get(topic);
    if (fairId === undefined) return;
    viewer.hears.delete(topic);
    const name = roomOf(fairId, topic);
    void viewer.socket.leave(name);
    const room = this.rooms.get(name);
    room?.viewers.delete(viewer);
    if (room?.viewers.size !== 0) return;
    clearTimeout(room.timer);
    this.rooms.delete(name);
  }

  /** Something changed: said now, and what comes within a tick after it in one word. */
  hear(fairId: string, topic: WordTopic, version: number): void {
    const room = this.rooms.get(roomOf(fairId, topic));
    if (!room) return;
    room.newest = Math.max(version, room.newest ?? 0);
    if (room.timer) return;
    this.say(room);
    room.timer = setTimeout(() => {
      room.timer = undefined;
      this.say(room);
    }, this.pace.tickMs);
  }

  async beat(): Promise<void> {
    for (const topic of Object.keys(this.versions) as WordTopic[]) {
      const rooms = [...this.rooms.values()].filter((room) => room.topic === topic);
      if (rooms.length === 0) continue;
      const words = await this.versions[topic].run(rooms.map(({ fairId }) => fairId));
      for (const word of words) this.tell(topic, word);
    }
  }

  private say(room: Room): void {
    const { fairId, topic, newest: version } = room;
    room.newest = undefined;
    if (version !== undefined) this.tell(topic, { fairId, version });
  }

  private tell(topic: WordTopic, word: WordDto): void {
    this.namespace?.to(roomOf(word.fairId, topic)).emit(topic, word);
  }
}
