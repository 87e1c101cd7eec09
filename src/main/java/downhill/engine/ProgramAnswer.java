package downhill.engine;

/**
 * What running another program came to.
 *
 * @param found  whether it could be started
 * @param exit   its exit status, −1 where it did not end in time
 * @param output standard output and error
 */
public record ProgramAnswer(boolean found, int exit, String output) {
    /** It is not installed. */
    public static final ProgramAnswer NOT_FOUND = new ProgramAnswer(false, -1, "");
}
