/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journey-audit.h"

#include "journey-hands.h"

#define MAX_TABS 150
#define MAX_DEPTH 60
#define WAIT_US (10 * G_USEC_PER_SEC)
#define TAB_US (G_USEC_PER_SEC / 2)
#define WORDS_US (120 * G_USEC_PER_SEC)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)

static GPtrArray *focused; /* of Node, in the order in which they got the focus */
static GString *words;
static gint64 quiet_since_us;

static void
on_focused (AtspiEvent *event, void *data G_GNUC_UNUSED)
{
  if (event->detail1 == 1)
    g_ptr_array_add (focused, g_object_ref (event->source));
  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

static void
on_words (AtspiEvent *event, void *data G_GNUC_UNUSED)
{
  if (G_VALUE_HOLDS_STRING (&event->any_data) && g_value_get_string (&event->any_data) != NULL)
    g_string_append_printf (words, "%s\n", g_value_get_string (&event->any_data));
  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

static void
listen (AtspiEventListenerCB callback, const char *event)
{
  AtspiEventListener *listener = atspi_event_listener_new (callback, NULL, NULL);

  g_assert_true (atspi_event_listener_register (listener, event, NULL));
}

void
journey_audit_listen (void)
{
  focused = g_ptr_array_new_with_free_func (g_object_unref);
  words = g_string_new (NULL);
  listen (on_focused, "object:state-changed:focused");
  /* GTK 4.14 announces; before, what has the focus gets another description. */
  listen (on_words, "object:announcement");
  listen (on_words, "object:property-change:accessible-description");
}

static void
hear (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
journey_audit_forget_words (void)
{
  hear ();
  g_string_truncate (words, 0);
  quiet_since_us = g_get_monotonic_time ();
}

char *
journey_audit_dup_words (void)
{
  char *told;

  g_usleep (50000);
  hear ();
  g_assert_cmpint (g_get_monotonic_time (), <, quiet_since_us + WORDS_US);
  if (words->len == 0)
    return NULL;
  told = g_strdup (words->str);
  journey_audit_forget_words ();
  return told;
}

static gboolean
is_usable (Node *node)
{
  g_autofree char *role = atspi_accessible_get_role_name (node, NULL);
  const char *const roles[] = { "push button", "button", "toggle button", "check box", "radio button", "switch",
                                "slider", "spin button", "entry", "text", "combo box", "link", "list item",
                                "menu button", NULL };

  return role != NULL && g_strv_contains (roles, role)
         && journey_has_state (node, ATSPI_STATE_SENSITIVE)
         && journey_has_state (node, ATSPI_STATE_FOCUSABLE);
}

static char *
describe (Node *node)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  g_autofree char *role = atspi_accessible_get_role_name (node, NULL);

  return g_strdup_printf ("[%s] “%s”", role, name);
}

/* "Run Run": what GTK makes of a button with two labels. */
static gboolean
is_doubled (const char *name)
{
  gsize length = strlen (name);

  return length % 2 == 1 && length > 2 && name[length / 2] == ' '
         && strncmp (name, name + length / 2 + 1, length / 2) == 0;
}

/* GTK 4.8 calls what has no name by its type. */
static gboolean
is_name (const char *name)
{
  return name != NULL && name[0] != '\0' && !g_str_has_prefix (name, "Gtk") && !g_str_has_prefix (name, "Adw")
         && !g_str_has_prefix (name, "Ilv");
}

typedef struct
{
  char *last; /* what was usable before this one */
  guint n_usable;
  guint n_faults;
} Audit;

static void
complain (Audit *audit, const char *what, Node *node)
{
  g_autofree char *text = describe (node);
  g_autoptr (Node) parent = atspi_accessible_get_parent (node, NULL);
  g_autofree char *place = parent != NULL ? describe (parent) : g_strdup ("nothing");

  g_printerr ("# %s: %s in %s\n", what, text, place);
  audit->n_faults++;
}

static void
audit_node (Audit *audit, Node *node)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  g_autofree char *text = describe (node);

  audit->n_usable++;
  if (!is_name (name))
    complain (audit, "has no name", node);
  else if (is_doubled (name))
    complain (audit, "has its name twice", node);
  else if (g_strcmp0 (audit->last, text) == 0)
    complain (audit, "is named as the one before", node);
  g_free (audit->last);
  audit->last = g_steal_pointer (&text);
}

/* What can be used by a click is to be reached by the keyboard: it can have the focus, or something in it. */
static void
audit_action (Audit *audit, Node *node)
{
  g_autoptr (Action) action = atspi_accessible_get_action_iface (node);
  AtspiRole role = atspi_accessible_get_role (node, NULL);

  if (action == NULL || atspi_action_get_n_actions (action, NULL) < 1
      || (role != ATSPI_ROLE_PUSH_BUTTON && role != ATSPI_ROLE_TOGGLE_BUTTON && role != ATSPI_ROLE_CHECK_BOX))
    return;
  if (journey_has_state (node, ATSPI_STATE_SENSITIVE) && !journey_has_state (node, ATSPI_STATE_FOCUSABLE))
    complain (audit, "can be clicked and cannot have the focus", node);
}

static void
audit_tree (Audit *audit, Node *node, guint depth)
{
  int n_children;

  if (node == NULL || depth > MAX_DEPTH)
    return;
  atspi_accessible_clear_cache (node);
  if (depth > 0 && !journey_has_state (node, ATSPI_STATE_VISIBLE))
    return;
  if (is_usable (node))
    audit_node (audit, node);
  audit_action (audit, node);
  if (journey_is_table (node, NULL))
    return;
  /* A number has buttons of its own, beside which it is. */
  if (atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_SPIN_BUTTON)
    return;
  n_children = atspi_accessible_get_child_count (node, NULL);
  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (Node) child = atspi_accessible_get_child_at_index (node, i, NULL);

      audit_tree (audit, child, depth + 1);
    }
}

static gboolean
is_well_named (Journey *journey)
{
  Audit audit = { 0 };

  audit_tree (&audit, journey->application, 0);
  g_free (audit.last);
  return audit.n_usable > 5 && audit.n_faults == 0;
}

/* A page that changes while it is read is read again. */
void
journey_audit_names (Journey *journey)
{
  gint64 end_us = g_get_monotonic_time () + WAIT_US;

  while (!is_well_named (journey))
    {
      if (g_get_monotonic_time () > end_us)
        {
          g_test_fail ();
          return;
        }
      g_usleep (G_USEC_PER_SEC);
    }
}

/* Whether some of it is inside of the window, whose place is (0, 0). */
static gboolean
is_in_window (Journey *journey, Node *node)
{
  g_autoptr (Node) window = atspi_accessible_get_child_at_index (journey->application, 0, NULL);
  g_autoptr (AtspiComponent) outer = atspi_accessible_get_component_iface (window);
  g_autoptr (AtspiComponent) inner = atspi_accessible_get_component_iface (node);
  AtspiRect *frame, *rect;
  gboolean is_in;

  if (inner == NULL)
    return FALSE;
  frame = atspi_component_get_extents (outer, ATSPI_COORD_TYPE_WINDOW, NULL);
  rect = atspi_component_get_extents (inner, ATSPI_COORD_TYPE_WINDOW, NULL);
  is_in = rect != NULL && rect->width > 0 && rect->height > 0 && rect->x + rect->width > 0
          && rect->y + rect->height > 0 && rect->x < frame->width && rect->y < frame->height;
  g_free (frame);
  g_free (rect);
  return is_in;
}

static Node *
press_tab (const char *key)
{
  gint64 end_us = g_get_monotonic_time () + TAB_US;

  hear ();
  g_ptr_array_set_size (focused, 0);
  journey_press (key);
  while (focused->len == 0 && g_get_monotonic_time () < end_us)
    {
      g_usleep (5000);
      hear ();
    }
  return focused->len > 0 ? g_object_ref (g_ptr_array_index (focused, focused->len - 1)) : NULL;
}

static gboolean
has_name (Journey *journey G_GNUC_UNUSED, Node *node)
{
  g_autofree char *name = NULL;

  atspi_accessible_clear_cache (node);
  name = atspi_accessible_get_name (node, NULL);
  return is_name (name);
}

/* Complains if that does not come to hold in some time. */
static void
expect_of_focus (Journey *journey, Audit *audit, Node *node, gboolean (*holds) (Journey *, Node *), const char *fault)
{
  gint64 end_us = g_get_monotonic_time () + WAIT_US;

  while (!holds (journey, node))
    {
      if (g_get_monotonic_time () > end_us)
        {
          complain (audit, fault, node);
          return;
        }
      g_usleep (20000);
    }
}

void
journey_audit_focus (Journey *journey)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_object_unref);
  Audit audit = { 0 };
  guint i;

  for (i = 0; i < MAX_TABS; i++)
    {
      g_autoptr (Node) node = press_tab ("Tab");

      /* From link to link of one text the focus stays where it is. */
      if (node == NULL)
        continue;
      if (seen->len > 0 && node == g_ptr_array_index (seen, 0))
        break;
      expect_of_focus (journey, &audit, node, has_name, "has the focus and no name");
      expect_of_focus (journey, &audit, node, is_in_window, "has the focus and is not in the window");
      g_ptr_array_add (seen, g_steal_pointer (&node));
    }
  g_test_message ("%u places for the focus", seen->len);
  /* More than the header's buttons and the footer's, and not a trap. */
  g_assert_cmpuint (seen->len, >, 4);
  g_assert_cmpuint (i, <, MAX_TABS);
  if (audit.n_faults > 0)
    g_test_fail ();
}
