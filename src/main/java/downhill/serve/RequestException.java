package downhill.serve;

import downhill.words.RefusedException;
import downhill.words.Said;

/** A request that gets no answer, and why: a status of HTTP from 400 on, and one sentence. */
public final class RequestException extends RefusedException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status of HTTP */
    public RequestException(int status, Said said) {
        super(said);
        this.status = status;
    }

    /** What is wrong lies in the request. */
    static RequestException bad(String key, Object... arguments) {
        return new RequestException(400, Said.of(key, arguments));
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }
}
