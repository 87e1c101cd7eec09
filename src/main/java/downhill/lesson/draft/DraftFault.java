package downhill.lesson.draft;

import downhill.words.Said;

/**
 * Something wrong with a lesson that is being written, and where.
 *
 * @param step     its place, from 0; −1 where it is about the lesson as a whole
 * @param language of the words that it is about; null where it is about none
 * @param line     of those words, from 1; 0 where it is the heading, or no line
 * @param what     a sentence without the place
 */
public record DraftFault(int step, String language, int line, Said what) {
    /** About a step that has run, or was read. */
    static DraftFault of(int step, Said what) {
        return new DraftFault(step, null, 0, what);
    }
}
