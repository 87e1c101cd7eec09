package downhill.cli;

import downhill.cluster.Workplace;
import downhill.data.Progress;

/** Of work that is done elsewhere: whether it is still wanted; how far it is nobody is told. */
record WorkProgress(Workplace place) implements Progress {
    @Override
    public void done(double fraction) {
        // Pieces are told of as a whole.
    }

    @Override
    public boolean cancelled() {
        return !place.wanted();
    }
}
