package downhill.words;

/** What has something to say to a person: an exception whose message was written for one. */
public interface Saying {
    /** What it says; the message of an exception is this in English. */
    Said said();
}
