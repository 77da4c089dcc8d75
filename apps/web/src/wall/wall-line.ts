import { io } from 'socket.io-client';
import type { Board } from '../api/client';
import { Problem } from '../api/problem';
import { isBehind, laterBoard } from '../live/live.rules';
import { forgetPicture, keepPicture, recallPicture } from './kept-picture';
import type { WallPace } from './pace';
import { isPageThere, readBoard, readBooths, readPlan, readWall } from './wall-requests';
import type { Booths, Plan, Wall } from './wall-requests';
import { fairNow, lineState, untilFour } from './wall.rules';
import type { Line, ToldTime } from './wall.rules';

/** All that a wall shows; it stands through every cut. */
export interface Picture {
  readonly wall: Wall;
  readonly board: Board;
  /** Fair time up to which the figures are known to hold. */
  readonly asOf: string;
  readonly booths: Booths | null;
  readonly plan: Plan | null;
}

export interface Heard {
  readonly picture: Picture | null;
  readonly line: Line;
  /** Fair time; null until the server has told it. */
  readonly time: ToldTime | null;
  /** The link is no wall's, or no longer: nothing is shown by it. */
  readonly ended: Problem | null;
}

export const nothingHeard = (openedAtMs: number): Heard => ({
  picture: null,
  line: { openedAtMs, heardAtMs: null },
  time: null,
  ended: null,
});

const LAST_ANEW = 'phien-wall-anew';

/** When the page was last opened anew by itself; 0 where nothing can be noted. */
function lastAnew(): number {
  try {
    return Number(sessionStorage.getItem(LAST_ANEW) ?? 0);
  } catch {
    return 0;
  }
}

function noteAnew(): void {
  try {
    sessionStorage.setItem(LAST_ANEW, String(Date.now()));
  } catch {
    // Without a note the page may be opened anew after every cut.
  }
}

/** Four in the morning at the fair, by this machine's clock; undefined until the fair's is told. */
function nextFour({ time, picture }: Heard): number | undefined {
  if (time === null || picture === null) return undefined;
  const ms = untilFour(fairNow(time, Date.now()), picture.board.fair.timeZone);
  return Date.now() + ms / time.speed;
}

/**
 * Keeps a wall's picture: whole boards over one websocket, and over HTTP whenever that is silent for
 * longer than a beat, so that a network that lets no sockets through makes no difference. What was
 * shown last comes from the disk first. A link that is ended ends everything. Returns what hangs up.
 */
export function openWallLine(
  token: string,
  pace: WallPace,
  tell: (heard: Heard) => void,
): () => void {
  let heard = nothingHeard(Date.now());
  let wall: Wall | null = null;
  let isOver = false;
  let wasCut = false;
  let anewAtMs: number | undefined;
  const asked = { boothsAtMs: 0, planAtMs: 0, keptAtMs: 0 };

  const now = (change: Partial<Heard>) => {
    if (isOver) return;
    heard = { ...heard, ...change };
    tell(heard);
  };
  const signOfLife = () => ({ ...heard.line, heardAtMs: Date.now() });

  /** Puts what came into the picture; a version never goes back. */
  function show(change: { board?: Board; asOf?: string; booths?: Booths; plan?: Plan }): void {
    if (isOver || wall === null) return;
    const before = heard.picture;
    const board =
      change.board === undefined ? before?.board : laterBoard(before?.board ?? null, change.board);
    if (board === undefined) return;
    const asOf = [before?.asOf, change.asOf, change.board?.asOf]
      .filter((each) => each !== undefined)
      .reduce((later, each) => (each > later ? each : later));
    const picture = {
      wall,
      board,
      asOf,
      booths: change.booths ?? before?.booths ?? null,
      plan: change.plan ?? before?.plan ?? null,
    };
    now({ picture, line: signOfLife() });
    if (Date.now() - asked.keptAtMs < pace.keepMs) return;
    asked.keptAtMs = Date.now();
    void keepPicture(token, picture);
  }

  /** An answer, or undefined; only the server's own word ends a wall. */
  async function answerOf<Answer>(asking: Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await asking;
    } catch (failure) {
      const problem = failure instanceof Problem ? failure : new Problem(0, 'page_fault');
      if (problem.code === 'wall_link_unknown') {
        now({ picture: null, ended: problem });
        hangUp();
        await forgetPicture();
      }
      return undefined;
    }
  }

  async function askWall(): Promise<void> {
    const told = await answerOf(readWall(token));
    if (told === undefined || isOver) return;
    wall = told;
    const speed = heard.picture?.board.clock.speed ?? 1;
    now({ time: { fairMs: Date.parse(told.now), heardAtMs: Date.now(), speed } });
    if (!socket.active) socket.connect();
  }

  async function askBoard(): Promise<void> {
    const board = await answerOf(readBoard(token));
    if (board === undefined || isOver) return;
    if (heard.time) now({ time: { ...heard.time, speed: board.clock.speed } });
    show({ board });
  }

  async function askBooths(): Promise<void> {
    asked.boothsAtMs = Date.now();
    const booths = await answerOf(readBooths(token));
    if (booths !== undefined) show({ booths });
  }

  async function askPlan(): Promise<void> {
    asked.planAtMs = Date.now();
    await askWall();
    const plan = await answerOf(readPlan(token));
    if (plan !== undefined) show({ plan });
  }

  /* The picture goes to the disk before, and is what the page begins with again. */
  async function openAnew(): Promise<void> {
    if (Date.now() - lastAnew() < pace.anewMs || !(await isPageThere()) || isOver) return;
    if (heard.picture) await keepPicture(token, heard.picture);
    noteAnew();
    location.reload();
  }

  /** Cut off for three beats, or four in the morning: the page is opened anew once it can be had. */
  async function lookWhetherOld(): Promise<void> {
    const isCut = () => lineState(heard.line, Date.now(), pace.heartbeatMs) === 'cut';
    wasCut ||= heard.line.heardAtMs !== null && isCut();
    anewAtMs ??= nextFour(heard);
    if (wasCut || (anewAtMs !== undefined && Date.now() >= anewAtMs)) await openAnew();
    if (!isCut()) wasCut = false;
  }

  async function beat(): Promise<void> {
    await lookWhetherOld();
    if (isOver) return;
    if (wall === null) await askWall();
    if (wall === null) return;
    const isSilent = Date.now() - (heard.line.heardAtMs ?? 0) > pace.heartbeatMs * 1.5;
    if (heard.picture === null || isSilent) await askBoard();
    const { picture } = heard;
    if (picture === null) return;
    const isDue = (atMs: number, everyMs: number) => Date.now() - atMs >= everyMs;
    const isOld = picture.booths?.version !== picture.board.version;
    if (isOld && isDue(asked.boothsAtMs, pace.boothsMs)) await askBooths();
    if (picture.plan === null || isDue(asked.planAtMs, pace.slowlyMs)) await askPlan();
  }

  const socket = io('/board', {
    transports: ['websocket'],
    autoConnect: false,
    auth: { wall: token },
    reconnectionDelayMax: 5_000,
  });
  socket.on('connect', () => {
    if (wall === null) return;
    socket.emit('watch', { fairId: wall.fairId }, () => void askBoard());
  });
  /*
   * Closed by the server, perhaps because the link was ended: the wall's own door says so. A line that
   * was refused is not taken up again by socket.io itself.
   */
  let knocking: ReturnType<typeof setTimeout> | undefined;
  const knockIn = (ms: number) => {
    clearTimeout(knocking);
    knocking = setTimeout(() => void askWall(), ms);
  };
  socket.on('disconnect', () => knockIn(0));
  socket.on('connect_error', ({ data }: Error & { data?: { code?: string } }) => {
    if (!socket.active) knockIn(data?.code === 'wall_link_unknown' ? 0 : pace.heartbeatMs);
  });
  socket.on('board', (board: Board) => show({ board }));
  socket.on('heartbeat', ({ version, asOf }: { version: number; asOf: string }) => {
    if (isBehind(heard.picture?.board ?? null, version)) void askBoard();
    else show({ asOf });
  });

  let beating: ReturnType<typeof setTimeout> | undefined;
  const beatOn = async () => {
    await beat();
    if (!isOver) beating = setTimeout(() => void beatOn(), pace.heartbeatMs);
  };
  function hangUp(): void {
    isOver = true;
    clearTimeout(beating);
    clearTimeout(knocking);
    socket.disconnect();
  }

  async function begin(): Promise<void> {
    const picture = await recallPicture(token);
    if (picture !== undefined) now({ picture });
    await beatOn();
  }
  void begin();
  return hangUp;
}
