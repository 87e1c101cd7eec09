package downhill.cli;

/** What a command says when it ends. */
final class ExitCode {
    static final int DONE = 0;
    /** Done, but the result falls short: a case failed, a run diverged. */
    static final int FELL_SHORT = 1;
    /** The call or its input is wrong. */
    static final int WRONG_INPUT = 2;

    private ExitCode() {
    }
}
