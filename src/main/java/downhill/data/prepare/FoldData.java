package downhill.data.prepare;

import downhill.data.Examples;
import downhill.data.split.Fold;

/**
 * One fold made ready: every constant of its preparation is learned from its own training rows alone.
 *
 * @param fold     which rows are on which side
 * @param prepared rows to train on and, where training looks at validation rows, such rows taken from the fold's training rows
 * @param held     the rows held out, prepared as the training rows were; training never sees them
 */
public record FoldData(Fold fold, Prepared prepared, Examples held) {
}
