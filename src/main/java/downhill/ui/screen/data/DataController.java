package downhill.ui.screen.data;

import downhill.ui.control.Sheets;
import downhill.ui.fx.FxExecutor;
import downhill.ui.screen.Screen;
import downhill.ui.session.Session;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** TODO. */
public final class DataController implements Screen {
    private final Region content = new Region();
    private final Region options = new Region();
    public DataController(Session session, FxExecutor work, Sheets sheets, Runnable show, Runnable openFile) {
    }
    public void preview(Path file) {
    }
    public void gallery() {
    }
    public void frame() {
    }
    @Override
    public String titleKey() {
        return "tab.data";
    }
    @Override
    public Node content() {
        return content;
    }
    @Override
    public Node options() {
        return options;
    }
    @Override
    public boolean overMultiples() {
        return false;
    }
    @Override
    public void setActive(boolean on) {
    }
    @Override
    public void dispose() {
    }
}
