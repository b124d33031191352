/** One try of a sender: it is answered by its deadline, whatever the work does. */
import { Refusal, refusalError } from './refusal.ts';

/** Keeps the signal of the listeners. Made for every delivery, and so without a controller until one asks for it. */
export class Attempt {
  #passed = false;
  #controller: AbortController | undefined;

  /** Has the sender been answered already? */
  get passed(): boolean {
    return this.#passed;
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#passed) this.#controller.abort(refusalError(tooLate()));
    }
    return this.#controller.signal;
  }

  pass(): void {
    this.#passed = true;
    this.#controller?.abort(refusalError(tooLate()));
  }

  /**
   * The outcome, or a refusal when it is not there within `deadline` ms. The outcome must not reject.
   *
   * @param ended called when the outcome is there, after the deadline too
   */
  within<Outcome>(
    deadline: number,
    outcome: Promise<Outcome>,
    ended: () => void,
  ): Promise<Outcome | Refusal> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.pass();
        resolve(tooLate());
      }, deadline);
      void outcome.then((value) => {
        clearTimeout(timer);
        ended();
        resolve(value);
      });
    });
  }
}

export const tooLate = () => new Refusal('deadline_passed', 503, 'the work was not done by the deadline');
