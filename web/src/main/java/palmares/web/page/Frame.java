package palmares.web.page;

import com.vaadin.flow.component.dependency.*;
import com.vaadin.flow.component.page.*;
import com.vaadin.flow.theme.lumo.Lumo;

@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("palmares/palmares.css")
public final class Frame implements AppShellConfigurator {}
