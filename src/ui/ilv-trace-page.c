/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ilv-column-layout.h"
#include "ilv-compat.h"
#include "ilv-export-actions.h"
#include "ilv-fault-bar.h"
#include "ilv-narrow-drop-down.h"
#include "ilv-pair-layout.h"
#include "ilv-range-bar.h"
#include "ilv-replay.h"
#include "ilv-trace-card.h"
#include "ilv-trace-status.h"
#include "ilv-transport.h"
#include "ilv-wrap-layout.h"

#define N_CARDS 2

struct _IlvTracePage
{
  GtkWidget parent_instance;

  IlvTraceDocument *document; /* or NULL */
  int chosen[N_CARDS];        /* the strand on each side, or -1 for none */
  guint revision;             /* of the document, when the sides were chosen */
  gboolean was_reading;
  guint tick_id; /* until the sides are shown, or 0 */
  gboolean shows_controls;

  IlvTimeAxis *axis;
  IlvPlayhead *playhead;
  IlvReplay *replay;
  IlvExportActions *exports;
  GSimpleActionGroup *group;
  GSimpleActionGroup *actions;

  IlvFaultBar *faults;
  GtkWidget *more;
  GtkProgressBar *more_bar;
  GtkStack *stack;
  IlvTraceStatus *status;
  GtkDropDown *groupings;
  GtkWidget *close;
  IlvTransport *transport;
  GtkWidget *pair;
  IlvTraceCard *first;
  IlvTraceCard *second;
  IlvRangeBar *range_bar;
};

G_DEFINE_FINAL_TYPE (IlvTracePage, ilv_trace_page, GTK_TYPE_WIDGET)

static IlvTraceCard *
get_card (IlvTracePage *self, guint side)
{
  return side == 0 ? self->first : self->second;
}

static const IlvTraceStrand *
get_strand (IlvTracePage *self, guint side)
{
  return self->chosen[side] >= 0 ? ilv_trace_document_get_strand (self->document, (guint) self->chosen[side])
                                 : NULL;
}

/* One scale for both sides, and one replay. */
static void
share_time (IlvTracePage *self)
{
  IlvTrace *traces[N_CARDS] = { NULL, NULL };
  gint64 end_ns = 0;

  for (guint i = 0; i < N_CARDS; i++)
    if (get_strand (self, i) != NULL)
      {
        traces[i] = get_strand (self, i)->trace;
        end_ns = MAX (end_ns, ilv_trace_get_duration_ns (traces[i]));
      }
  ilv_playhead_set_playing (self->playhead, FALSE);
  ilv_replay_set_traces (self->replay, traces[0], traces[1]);
  ilv_time_axis_select (self->axis, -1, 0);
  ilv_time_axis_set_marks (self->axis, -1, -1);
  ilv_time_axis_set_limit_ns (self->axis, MAX (end_ns, 1));
  ilv_time_axis_show_all (self->axis);
  ilv_playhead_set_end_ns (self->playhead, 0);
  ilv_playhead_set_end_ns (self->playhead, end_ns);
}

/* (transfer full) (array zero-terminated=1) */
static GStrv
name_strands (IlvTracePage *self)
{
  guint n_strands = ilv_trace_document_get_n_strands (self->document);
  GStrv names = g_new0 (char *, n_strands + 1);

  for (guint i = 0; i < n_strands; i++)
    names[i] = ilv_trace_document_name_strand (self->document, i);
  return names;
}

/* In pictures, the sides; in what programs read, all that the files hold. */
static void
update_exports (IlvTracePage *self, const char *const *names)
{
  guint n_strands = g_strv_length ((char **) names);
  gboolean is_one_file = ilv_trace_document_get_n_files (self->document) == 1;
  g_autofree IlvTrace **all = g_new0 (IlvTrace *, n_strands);
  g_autofree const char **all_names = g_new0 (const char *, n_strands);
  IlvTrace *seen[N_CARDS] = { NULL };
  const char *seen_names[N_CARDS] = { NULL };

  for (guint i = 0; i < n_strands; i++)
    {
      const IlvTraceStrand *strand = ilv_trace_document_get_strand (self->document, i);

      all[i] = strand->trace;
      all_names[i] = is_one_file ? strand->side : names[i];
    }
  for (guint i = 0; i < N_CARDS; i++)
    if (get_strand (self, i) != NULL)
      {
        seen[i] = get_strand (self, i)->trace;
        seen_names[i] = names[self->chosen[i]];
      }
  ilv_export_actions_set_title (self->exports, ilv_trace_document_get_title (self->document));
  ilv_export_actions_set_seen (self->exports, seen, seen_names, N_CARDS);
  ilv_export_actions_set_all (self->exports, all, all_names, n_strands);
}

static void
show_strands (IlvTracePage *self)
{
  g_auto (GStrv) names = name_strands (self);
  gboolean is_alone = self->chosen[1] < 0;

  gtk_widget_set_layout_manager (self->pair, is_alone ? gtk_bin_layout_new () : ilv_pair_layout_new ());
  for (guint i = 0; i < N_CARDS; i++)
    {
      ilv_trace_card_set_names (get_card (self, i), (const char *const *) names, (guint) self->chosen[i]);
      ilv_trace_card_set_strand (get_card (self, i), get_strand (self, i), is_alone);
    }
  share_time (self);
  update_exports (self, (const char *const *) names);
}

/* Of a run of ours the processors are known; of other programs, what they did in each thread. */
static void
choose_grouping (IlvTracePage *self)
{
  const IlvTraceStrand *strand = get_strand (self, 0);

  gtk_drop_down_set_selected (self->groupings,
                              strand->has_figures ? ILV_GROUPING_PROCESSOR : ILV_GROUPING_TASK);
}

/* Whether that is what the sides show already. */
static gboolean
shows (IlvTracePage *self, const int *chosen)
{
  for (guint i = 0; i < N_CARDS; i++)
    {
      const IlvTraceStrand *strand
        = chosen[i] >= 0 ? ilv_trace_document_get_strand (self->document, (guint) chosen[i]) : NULL;
      IlvTrace *shown = ilv_timeline_get_trace (ilv_trace_card_get_timeline (get_card (self, i)));

      if (shown != (strand != NULL ? strand->trace : NULL))
        return FALSE;
    }
  return TRUE;
}

/* What was read is shown, unless it is already: that a second file cannot be read moves nothing. */
static void
update_strands (IlvTracePage *self)
{
  guint revision = ilv_trace_document_get_revision (self->document);
  gboolean is_first = self->chosen[0] < 0;
  int chosen[N_CARDS];

  for (guint i = 0; i < N_CARDS; i++)
    chosen[i] = ilv_trace_document_find_default (self->document, i);
  if (revision == self->revision || chosen[0] < 0)
    return;
  self->revision = revision;
  if (shows (self, chosen))
    return;
  memcpy (self->chosen, chosen, sizeof chosen);
  show_strands (self);
  if (is_first)
    choose_grouping (self);
}

static void
clear_sides (IlvTracePage *self)
{
  self->revision = 0;
  self->was_reading = FALSE;
  ilv_replay_set_traces (self->replay, NULL, NULL);
  ilv_export_actions_set_seen (self->exports, NULL, NULL, 0);
  for (guint i = 0; i < N_CARDS; i++)
    {
      self->chosen[i] = -1;
      ilv_trace_card_set_strand (get_card (self, i), NULL, FALSE);
    }
}

static gboolean
has_spans (IlvTracePage *self)
{
  guint n_strands = ilv_trace_document_get_n_strands (self->document);

  for (guint i = 0; i < n_strands; i++)
    {
      gsize n_spans;

      ilv_trace_get_spans (ilv_trace_document_get_strand (self->document, i)->trace, &n_spans);
      if (n_spans > 0)
        return TRUE;
    }
  return FALSE;
}

static void
show_faults (IlvTracePage *self)
{
  guint64 n_faults = 0;
  g_autofree char *list = NULL;
  g_autofree char *title = NULL;

  if (self->document != NULL)
    list = ilv_trace_document_describe_faults (self->document, &n_faults);
  if (list != NULL)
    /* Translators: above a list of what is wrong with a file. */
    title = g_strdup_printf (ngettext ("%llu fault; what could be read is shown",
                                       "%llu faults; what could be read is shown", n_faults),
                             (unsigned long long) n_faults);
  ilv_fault_bar_set_list (self->faults, title, list);
}

static void
show_empty (IlvTracePage *self)
{
  show_faults (self);
  gtk_widget_set_visible (self->more, FALSE);
  ilv_trace_status_show (self->status, NULL);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

/* Called before the first frame in which the page is, and before the one after that. */
static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  IlvTracePage *self = ILV_TRACE_PAGE (widget);

  if (!self->shows_controls)
    {
      self->shows_controls = TRUE;
      return G_SOURCE_CONTINUE;
    }
  self->tick_id = 0;
  gtk_widget_set_visible (self->pair, TRUE);
  return G_SOURCE_REMOVE;
}

/* First what is above the sides, and they a frame later, if anybody looks: to lay out and draw all at once takes
 * longer than a frame. */
static void
show_traces (IlvTracePage *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "traces"))
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->tick_id == 0)
    {
      gtk_widget_set_visible (self->pair, FALSE);
      self->shows_controls = FALSE;
      self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
    }
  gtk_stack_set_visible_child_name (self->stack, "traces");
}

static void
show_document (IlvTracePage *self)
{
  gboolean is_reading = ilv_trace_document_is_reading (self->document);
  gboolean is_there = has_spans (self);

  gtk_widget_set_visible (self->more, is_reading && is_there);
  if (is_there)
    {
      ilv_trace_status_show_fraction (self->more_bar, self->document);
      update_strands (self);
      show_traces (self);
    }
  else
    {
      ilv_trace_status_show (self->status, self->document);
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
  show_faults (self);
}

/* Tells people who do not see the page that the reading has ended, and how. */
static void
announce (IlvTracePage *self)
{
  const IlvTraceStrand *strand = ilv_trace_document_get_strand (self->document, 0);
  const GError *error = ilv_trace_document_get_error (self->document);
  g_autofree char *text = g_strdup_printf ("%s. %s", ilv_trace_document_get_title (self->document),
                                           strand != NULL ? strand->facts : error != NULL ? error->message : "");

  ilv_compat_announce (GTK_WIDGET (self), text);
}

static void
on_changed (IlvTracePage *self)
{
  gboolean is_reading = ilv_trace_document_is_reading (self->document);

  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "stop")), is_reading);
  show_document (self);
  if (self->was_reading && !is_reading)
    announce (self);
  self->was_reading = is_reading;
}

static void
on_chosen (IlvTracePage *self, guint index, IlvTraceCard *card)
{
  self->chosen[card == self->first ? 0 : 1] = (int) index;
  show_strands (self);
}

static void
on_grouping_selected (IlvTracePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->groupings);

  for (guint i = 0; i < N_CARDS; i++)
    ilv_timeline_set_grouping (ilv_trace_card_get_timeline (get_card (self, i)), MIN (selected, ILV_GROUPING_TASK));
}

static void
on_show_table_changed (GSimpleAction *action, GVariant *state, gpointer data)
{
  for (guint i = 0; i < N_CARDS; i++)
    ilv_trace_card_set_shows_table (get_card (data, i), g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
on_stop (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvTracePage *self = data;

  if (self->document != NULL)
    ilv_trace_document_cancel (self->document);
}

/* The keys of the page are those of its comparison. */
static void
on_comparison_action (GSimpleAction *action, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (ILV_TRACE_PAGE (data)->group),
                                  g_action_get_name (G_ACTION (action)), NULL);
}

static const GActionEntry page_entries[] = {
  { .name = "stop", .activate = on_stop },
  { .name = "export-menu", .activate = on_comparison_action },
  { .name = "copy-picture", .activate = on_comparison_action },
};

static void
create_actions (IlvTracePage *self)
{
  static const GActionEntry entries[] = {
    { .name = "show-table", .state = "false", .change_state = on_show_table_changed },
  };

  self->group = g_simple_action_group_new ();
  ilv_replay_add_actions (self->replay, G_ACTION_MAP (self->group));
  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "comparison", G_ACTION_GROUP (self->group));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), page_entries, G_N_ELEMENTS (page_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "tracepage", G_ACTION_GROUP (self->actions));
}

/* Others may still hold the groups, whose actions need the page. */
static void
remove_actions (IlvTracePage *self)
{
  gtk_widget_insert_action_group (GTK_WIDGET (self), "comparison", NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "tracepage", NULL);
  g_action_map_remove_action (G_ACTION_MAP (self->group), "show-table");
  for (guint i = 0; i < G_N_ELEMENTS (page_entries); i++)
    g_action_map_remove_action (G_ACTION_MAP (self->actions), page_entries[i].name);
  g_clear_object (&self->group);
  g_clear_object (&self->actions);
}

static void
ilv_trace_page_unmap (GtkWidget *widget)
{
  ilv_playhead_set_playing (ILV_TRACE_PAGE (widget)->playhead, FALSE);

  GTK_WIDGET_CLASS (ilv_trace_page_parent_class)->unmap (widget);
}

static void
ilv_trace_page_dispose (GObject *object)
{
  IlvTracePage *self = ILV_TRACE_PAGE (object);
  GtkWidget *child;

  if (self->exports != NULL)
    g_object_run_dispose (G_OBJECT (self->exports));
  g_clear_object (&self->exports);
  if (self->group != NULL)
    remove_actions (self);
  g_clear_object (&self->document);
  g_clear_object (&self->replay);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->axis);
  g_clear_object (&self->playhead);

  G_OBJECT_CLASS (ilv_trace_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-trace-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvTracePage, faults);
  gtk_widget_class_bind_template_child (widget_class, IlvTracePage, more);
  gtk_widget_class_bind_template_child (widget_class, IlvTracePage, more_bar);
  gtk_widget_class_bind_template_child (widget_class, IlvTracePage, stack);
  gtk_widget_class_bind_template_child (widget_class, IlvTracePage, status);
  gtk_widget_class_bind_template_child (widget_class, IlvTracePage, groupings);
  gtk_widget_class_bind_template_child (widget_class, IlvTracePage, close);
  gtk_widget_class_bind_template_child (widget_class, IlvTracePage, transport);
  gtk_widget_class_bind_template_child (widget_class, IlvTracePage, pair);
  gtk_widget_class_bind_template_child (widget_class, IlvTracePage, first);
  gtk_widget_class_bind_template_child (widget_class, IlvTracePage, second);
  gtk_widget_class_bind_template_child (widget_class, IlvTracePage, range_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
ilv_trace_page_class_init (IlvTracePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_trace_page_dispose;
  widget_class->unmap = ilv_trace_page_unmap;

  g_type_ensure (ILV_TYPE_COLUMN_LAYOUT);
  g_type_ensure (ILV_TYPE_FAULT_BAR);
  g_type_ensure (ILV_TYPE_RANGE_BAR);
  g_type_ensure (ILV_TYPE_TRACE_CARD);
  g_type_ensure (ILV_TYPE_TRACE_STATUS);
  g_type_ensure (ILV_TYPE_TRANSPORT);
  g_type_ensure (ILV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tracepage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
}

static void
ilv_trace_page_init (IlvTracePage *self)
{
  self->axis = ilv_time_axis_new ();
  self->playhead = ilv_playhead_new ();
  self->replay = ilv_replay_new (GTK_WIDGET (self), NULL, self->playhead, self->axis);
  create_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
  ilv_narrow_drop_down_set_up (self->groupings);
  ilv_compat_name_drop_down (self->groupings);
  /* The left side is where that word says. */
  gtk_widget_set_direction (self->pair, GTK_TEXT_DIR_LTR);
  for (guint i = 0; i < N_CARDS; i++)
    ilv_trace_card_set_up (get_card (self, i), i, self->axis, self->playhead);
  ilv_range_bar_set_timelines (self->range_bar, ilv_trace_card_get_timeline (self->first),
                               ilv_trace_card_get_timeline (self->second));
  ilv_transport_set_playhead (self->transport, self->playhead);
  ilv_transport_set_has_run (self->transport, FALSE);
  self->exports = ilv_export_actions_new (G_ACTION_MAP (self->group), ilv_trace_card_get_timeline (self->first),
                                          ilv_transport_get_export_button (self->transport));
  g_signal_connect_swapped (self->groupings, "notify::selected", G_CALLBACK (on_grouping_selected), self);
  clear_sides (self);
  show_empty (self);
}

GtkWidget *
ilv_trace_page_new (void)
{
  return g_object_new (ILV_TYPE_TRACE_PAGE, NULL);
}

void
ilv_trace_page_set_document (IlvTracePage *self, IlvTraceDocument *document)
{
  g_return_if_fail (ILV_IS_TRACE_PAGE (self));
  g_return_if_fail (document == NULL || ILV_IS_TRACE_DOCUMENT (document));

  if (document != NULL && document == self->document)
    return;
  clear_sides (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document == NULL)
    {
      show_empty (self);
      return;
    }
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->close), "u", ilv_trace_document_get_id (document));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->close), "win.close-trace");
  g_signal_connect_object (document, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
}

IlvTraceDocument *
ilv_trace_page_get_document (IlvTracePage *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_PAGE (self), NULL);

  return self->document;
}

GActionGroup *
ilv_trace_page_get_actions (IlvTracePage *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_PAGE (self), NULL);

  return G_ACTION_GROUP (self->actions);
}
