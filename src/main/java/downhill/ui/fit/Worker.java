package downhill.ui.fit;

/** Keeps the compiled model of the last site. For one thread. */
final class Worker implements AutoCloseable {
    private ModelEngine engine;

    ModelEngine engine(FitSite site) {
        if (engine == null || !engine.site().sameAs(site)) {
            close();
            engine = new ModelEngine(site);
        }
        return engine;
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }
}
