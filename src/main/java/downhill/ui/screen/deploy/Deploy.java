package downhill.ui.screen.deploy;

import downhill.engine.PageOpener;
import downhill.store.ModelStore;
import downhill.ui.command.Command;
import downhill.ui.control.FileChoice;
import downhill.ui.control.JobBar;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
import downhill.ui.screen.Screen;
import downhill.ui.session.Failures;
import downhill.ui.session.Obstacles;
import downhill.ui.session.Session;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;

/** The workspace Deploy: whose model, what is made of it, and what is done with the form that is chosen. */
public final class Deploy {
    private static final double NANO = 1e-9;

    private final DeployModel model;
    private final Sheets sheets;
    private final FileChoice files;
    private final DeployWays ways;
    private final FxExecutor work = FxExecutor.threads(1, "deploy-files");
    private final StringProperty makeWords = new SimpleStringProperty(this, "makeWords", "");
    private final Map<DeployDeed, Command> commands = new EnumMap<>(DeployDeed.class);
    private final IntoRace race;
    private final WholeCard whole;
    private final ShrinkCard shrink;
    private final VariantCard variant;
    private final AwayScreen away;
    private final Serving serving = new Serving();
    private final ServeScreen serve;
    private final ServeCard served;
    private final TryScreen tried;
    private final ReportScreen report;
    private final List<Screen> large;
    private final JobBar bar;
    private final Subscriptions attached = new Subscriptions();

    /** Of {@code session}; forms open in {@code sheets}. */
    public Deploy(Session session, Sheets sheets, FileChoice files, DeployWays ways) {
        this.sheets = sheets;
        this.files = files;
        this.ways = ways;
        model = new DeployModel(session);
        race = new IntoRace(model);
        own(DeployDeed.MAKE, model::make, this::noMaking);
        commands.put(DeployDeed.MAKE, commands.get(DeployDeed.MAKE).saying(makeWords));
        own(DeployDeed.STOP, model::stop, () -> model.isMaking() ? "" : Messages.text("why.deploy.idle"));
        own(DeployDeed.ADD, () -> WishSheet.open(model, null, sheets), this::noModel);
        own(DeployDeed.NEXT, () -> choose(1), this::noForms);
        own(DeployDeed.PREVIOUS, () -> choose(-1), this::noForms);
        own(DeployDeed.SAVE, this::save, this::noModel);
        own(DeployDeed.RACE, this::race, race::obstacle);
        whole = new WholeCard(model);
        shrink = new ShrinkCard(model, commands.get(DeployDeed.ADD), wish -> WishSheet.open(model, wish, sheets));
        variant = new VariantCard(model, commands.get(DeployDeed.SAVE), commands.get(DeployDeed.RACE));
        away = new AwayScreen(model, files);
        own(DeployDeed.SERVE, this::serve, this::noServing);
        serve = new ServeScreen(model, serving, commands.get(DeployDeed.SERVE), this::openPage);
        served = new ServeCard(model, serving, commands.get(DeployDeed.SERVE));
        tried = new TryScreen(model);
        own(DeployDeed.REPORT, this::report, () -> Obstacles.noExperiment(session));
        report = new ReportScreen(session, files, commands.get(DeployDeed.REPORT), this::openPage);
        large = List.of(new SmallerScreen(model, commands.get(DeployDeed.MAKE)), away, serve, tried, report);
        bar = new JobBar("deploy", "deploy.progress", commands.get(DeployDeed.MAKE), commands.get(DeployDeed.STOP));
        attached.follow(Messages.languageProperty(), now -> showBar());
    }

    private void own(DeployDeed deed, Runnable action, Supplier<String> obstacle) {
        commands.put(deed, deed.command(action).unless(obstacle));
    }

    private String noModel() {
        String reason = model.obstacle();
        return reason.isEmpty() && model.told() == null ? Messages.text("deploy.soon") : reason;
    }

    private String noForms() {
        return model.forms().size() < 2 ? Messages.text("why.deploy.forms") : "";
    }

    private String noMaking() {
        if (model.isMaking()) {
            return Messages.text("why.deploy.making");
        }
        if (!model.isSettled()) {
            return Messages.text("deploy.soon");
        }
        String reason = model.baseProperty().get() == null ? noModel() : "";
        boolean nothing = model.wishesProperty().get() == null || model.wishesProperty().get().isEmpty();
        return reason.isEmpty() && nothing ? Messages.text("deploy.shrink.none") : reason;
    }

    private void choose(int by) {
        List<Form> all = model.forms().stream().filter(Form::isMade).toList();
        List<?> wishes = all.stream().map(Form::wish).collect(Collectors.toCollection(java.util.ArrayList::new));
        int at = Math.max(0, wishes.indexOf(model.chosenProperty().get()));
        model.chosenProperty().set(all.get(Math.floorMod(at + by, all.size())).wish());
    }

    private void save() {
        Form form = model.form().orElseThrow();
        Base base = model.told();
        files.toSaveAs(fileName(form) + ModelStore.ENDING).ifPresent(file -> work.<Path>submit("save", task -> {
            ModelStore.write(file, form.wish() == null && form.model() == base.model() ? base.measured() : form.model());
            return file;
        }, written -> ways.tell().accept(() -> Messages.text("scoring.saved", written.getFileName())),
                failure -> ways.problem().accept(Failures.words(failure))));
    }

    /** A name for the file of a form, without its ending. */
    static String fileName(Form form) {
        String name = form.model().name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "model" : name;
    }

    private void race() {
        String refusal = race.refusal();
        if (!refusal.isEmpty()) {
            ways.problem().accept(() -> refusal);
            return;
        }
        String told = race.told();
        model.session().end().unlessLost(race::in);
        ways.toRace().run();
        ways.tell().accept(() -> told);
    }

    private String noServing() {
        return switch (serving.stateProperty().get()) {
            case OPENING -> Messages.text("deploy.serve.opening");
            case CLOSING -> Messages.text("deploy.serve.closing");
            case ON -> "";
            case OFF -> noModel();
        };
    }

    private void serve() {
        ways.show().accept(serve);
        serve.toggle();
    }

    private void report() {
        ways.show().accept(report);
        report.save();
    }

    /** Off the FX thread: the system is asked. */
    private void openPage(String address) {
        work.<Boolean>submit("page", task -> PageOpener.open(address), found -> {
            if (!found) {
                ways.tell().accept(() -> Messages.text("deploy.page.none", address));
            }
        }, failure -> ways.problem().accept(Failures.words(failure)));
    }

    /** What this stage adds to the column of the experiment. */
    public List<Node> left() {
        return List.of(whole.node(), shrink.node());
    }

    /** The large views, in the order of their tabs. */
    public List<Screen> large() {
        return large;
    }

    /** The form that is chosen, and the server. */
    public List<Node> right() {
        return List.of(variant.node(), served.node());
    }

    /** The bar below. */
    public Node foot() {
        return bar.node();
    }

    /** All that can be done, by its id. */
    public Map<String, Command> commands() {
        return commands.values().stream().collect(Collectors.toMap(Command::id, each -> each));
    }

    /** Makes all forms, or ends the making. */
    public Command toggle() {
        return Command.of("race.run", DeployDeed.MAKE.id(), () -> commands.get(model.isMaking() ? DeployDeed.STOP : DeployDeed.MAKE).run())
                .unless(() -> model.isMaking() ? "" : noMaking());
    }

    /** It is in view, or no longer. */
    public void setActive(boolean on) {
        model.setActive(on);
    }

    /** Once a frame. */
    public void frame() {
        model.frame();
        away.frame();
        if (serving.frame()) {
            serve.showFigures();
            served.showFigures();
        }
        tried.frame();
        report.frame();
        showBar();
    }

    private void showBar() {
        makeWords.set(Messages.text(model.madeProperty().get() == null ? "deploy.make" : "deploy.make.again"));
        double share = model.sweep() == null ? 0 : model.sweep().share();
        bar.show(false, share, done(), ahead());
    }

    private String done() {
        Made made = model.madeProperty().get();
        if (made == null) {
            return "";
        }
        long forms = made.forms().stream().filter(Form::isMade).count();
        String count = Messages.text("deploy.done", Numbers.count(forms),
                Numbers.count(FrontPicture.front(made.forms(), model.metric(), model.costProperty().get())));
        return model.isMaking() ? Messages.text("deploy.done.part", Numbers.count(made.forms().size()), Numbers.count(made.all())) : count;
    }

    private String ahead() {
        if (model.isMaking()) {
            return Messages.text("deploy.making");
        }
        if (model.sweep() != null && !model.sweep().problem().isEmpty()) {
            return Spoken.text(model.sweep().problem());
        }
        if (model.isStale()) {
            return Messages.text("deploy.stale.short");
        }
        Made made = model.madeProperty().get();
        if (made == null) {
            String reason = noMaking();
            return reason.isEmpty() ? Messages.text("deploy.ready", Numbers.count(model.wishesProperty().get().size())) : reason;
        }
        return Messages.text("deploy.took", Numbers.significant(made.nanos() * NANO, 2));
    }

    /** Ends what is on its way, and detaches everything but the views, which whoever shows them disposes of. */
    public void dispose() {
        attached.dispose();
        whole.dispose();
        shrink.dispose();
        variant.dispose();
        served.dispose();
        bar.dispose();
        work.close();
        serving.dispose();
        model.dispose();
    }
}
