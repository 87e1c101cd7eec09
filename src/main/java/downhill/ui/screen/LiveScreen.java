package downhill.ui.screen;

import downhill.ui.fx.Subscriptions;

/** A screen that follows what it shows, and shows it anew only while it is in view. */
public abstract class LiveScreen implements Screen {
    /** Ends with the screen. */
    protected final Subscriptions attached = new Subscriptions();
    private boolean active;

    /** Shows what there is now; out of view it does nothing. */
    protected abstract void refresh();

    protected final boolean isActive() {
        return active;
    }

    @Override
    public boolean overMultiples() {
        return false;
    }

    @Override
    public void setActive(boolean on) {
        active = on;
        refresh();
    }

    @Override
    public void dispose() {
        attached.dispose();
    }
}
