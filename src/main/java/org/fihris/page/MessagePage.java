package org.fihris.page;

import java.util.List;

/** A page that says no more than why there is nothing else. */
record MessagePage(Shell shell, String heading, String text, List<Choice> ways) {}
