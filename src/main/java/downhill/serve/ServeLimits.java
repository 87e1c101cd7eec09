package downhill.serve;

/**
 * What a server takes, so that nobody can take all of it.
 *
 * @param bytes       of a request's body
 * @param rows        of a request
 * @param seconds     that a request may take to come, to wait and to be answered each; also how long a stop waits for answers
 * @param connections at once; more are closed at the door
 * @param waiting     requests being answered or waiting at once; more get 429
 * @param merged      rows of waiting requests that are put through a model together; 0 for each request by itself
 */
public record ServeLimits(int bytes, int rows, int seconds, int connections, int waiting, int merged) {
    /** What is taken unless said otherwise. */
    public static final ServeLimits DEFAULT = new ServeLimits(8 << 20, 10_000, 10, 1000, 256, 0);
}
