package downhill.ui.window;

import downhill.ui.chart.ChartPane;
import downhill.ui.control.Tip;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/** All that a window says: what is written, told when pointed at, read out, in menus, offered in lists, and drawn in charts. FX thread. */
final class Speech {

    private final List<String> said = new ArrayList<>();
    private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());

    private Speech() {
    }

    /** Each as "where: words"; what a person typed is left out. */
    static List<String> of(Scene scene) {
        Speech speech = new Speech();
        speech.node(scene.getRoot(), "");
        return speech.said;
    }

    private void say(String where, String words) {
        if (words != null && !words.isBlank()) {
            said.add(where + ": " + words.replace("\uFEFF", ""));
        }
    }

    private void node(Node node, String path) {
        if (!node.isVisible()) {
            return;
        }
        String here = path + "/" + (node.getId() != null ? "#" + node.getId() : node.getClass().getSimpleName());
        say(here + " read out", node.getAccessibleText());
        say(here + " help", node.getAccessibleHelp());
        tip(node, here);
        if (node instanceof Text text) {
            say(here, text.getText());
        } else if (node instanceof Control control) {
            control(control, here);
        } else if (node instanceof ChartPane chart) {
            say(here + " title", chart.titleProperty().get());
            drawn(chart.drawing(), here + " drawn");
        }
        if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(child -> node(child, here));
        }
    }

    private void tip(Node node, String here) {
        say(here + " tip", Tip.told(node));
    }

    private void control(Control control, String here) {
        if (control.getContextMenu() != null) {
            control.getContextMenu().getItems().forEach(item -> item(item, here + " menu"));
        }
        if (control instanceof Labeled label) {
            say(here, label.getText());
        } else if (control instanceof TextInputControl field) {
            say(here + " prompt", field.getPromptText());
        } else if (control instanceof MenuBar bar) {
            bar.getMenus().forEach(menu -> item(menu, here));
        } else if (control instanceof TableView<?> table) {
            table.getColumns().forEach(column -> column(column, here));
        } else if (control instanceof ComboBox<?> list) {
            offered(list, here + " offers");
        }
    }

    private <T> void offered(ComboBox<T> list, String here) {
        list.getItems().forEach(value -> say(here, list.getConverter().toString(value)));
    }

    private void column(TableColumn<?, ?> column, String here) {
        say(here + " head", column.getText());
        if (column.getGraphic() != null) {
            node(column.getGraphic(), here + " head");
        }
    }

    private void item(MenuItem item, String here) {
        say(here + " item", item.getText());
        if (item instanceof Menu menu) {
            menu.getItems().forEach(one -> item(one, here));
        }
    }

    /** Words within what is to be drawn, wherever it keeps them. */
    private void drawn(Object value, String here) {
        if (value instanceof String words) {
            say(here, words);
        } else if (value == null || !visited.add(value)) {
            return;
        } else if (value instanceof Collection<?> many) {
            Arrays.asList(many.toArray()).forEach(one -> drawn(one, here)); // others may add to it meanwhile
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> Stream.of(key, one).forEach(part -> drawn(part, here)));
        } else if (value instanceof Optional<?> one) {
            one.ifPresent(part -> drawn(part, here));
        } else if (value.getClass().isArray()) {
            array(value, here);
        } else if (value.getClass().getName().startsWith("downhill.ui.") && !(value instanceof Enum) && !(value instanceof Node)) {
            fields(value, here);
        }
    }

    private void array(Object value, String here) {
        for (int i = 0; i < Array.getLength(value) && !value.getClass().getComponentType().isPrimitive(); i++) {
            drawn(Array.get(value, i), here);
        }
    }

    private void fields(Object value, String here) {
        for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    drawn(read(field, value), here + " " + type.getSimpleName() + "." + field.getName());
                }
            }
        }
    }

    private static Object read(Field field, Object value) {
        try {
            field.setAccessible(true);
            return field.get(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
