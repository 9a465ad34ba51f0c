/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ilv-button-text.h"
#include "ilv-course.h"
#include "ilv-fault-bar.h"
#include "ilv-handout-actions.h"
#include "ilv-lesson-page.h"
#include "ilv-look.h"
#include "ilv-own-lessons.h"
#include "ilv-own-traces.h"
#include "ilv-pack-shelf.h"
#include "ilv-preferences.h"
#include "ilv-progress.h"
#include "ilv-search-hit.h"
#include "ilv-sidebar.h"
#include "ilv-split.h"
#include "ilv-toast.h"
#include "ilv-trace-page.h"

struct _IlvWindow
{
  AdwApplicationWindow parent_instance;

  IlvSplit *split;
  IlvSidebar *sidebar;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkRevealer *warning;
  GtkLabel *warning_label;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwBin *place;
  AdwBin *trace_place;
  AdwStatusPage *planned;
  GtkWidget *previous;
  GtkLabel *previous_label;
  GtkButton *try_button;
  AdwStatusPage *error_page;
  GtkButton *error_button;
  IlvFaultBar *faults;

  IlvCourse *course;
  IlvPackShelf *shelf;
  IlvOwnLessons *own;   /* NULL without a course */
  IlvOwnTraces *traces; /* NULL without a course */
  GBinding *trace_title; /* of the trace that is shown, or NULL */
  IlvProgress *progress;
  IlvPythons *pythons;
  IlvLastRuns *runs;
  IlvRunStore *history;
  IlvHandoutActions *handouts; /* NULL without a course */
  IlvLesson *lesson;
  IlvCourse *lesson_course; /* that it is one of */
  IlvPack *pack;            /* that it is of, or NULL */
  gboolean expects_file;    /* a file is to be opened, and nothing before */

  /* NULL where the schema is not installed. */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (IlvWindow, ilv_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PRESENT,
  PACK_OPENED,
  PACK_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void on_section_changed (IlvWindow *self, GParamSpec *pspec, IlvLessonPage *page);
static void on_lesson_finished (IlvWindow *self);

static GSettings *
load_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  /* Without its schema GSettings ends the program. */
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, ILV_APPLICATION_ID, TRUE);
  if (schema == NULL)
    return NULL;

  return g_settings_new_full (schema, NULL, NULL);
}

static void
remember_place (IlvWindow *self, guint section)
{
  if (self->settings == NULL)
    return;

  g_settings_set_string (self->settings, "lesson", ilv_lesson_get_id (self->lesson));
  g_settings_set_uint (self->settings, "section", section);
}

/* (nullable): the id of the lesson where the learner left off; empty the first time. */
static char *
dup_last_id (IlvWindow *self)
{
  return self->settings != NULL ? g_settings_get_string (self->settings, "lesson") : NULL;
}

static gboolean
is_first_time (IlvWindow *self)
{
  g_autofree char *id = dup_last_id (self);

  return id != NULL && *id == '\0';
}

/* Whether the learner left off in a lesson of a pack. */
static gboolean
was_in_pack (IlvWindow *self)
{
  g_autofree char *id = dup_last_id (self);

  return id != NULL && strchr (id, '.') != NULL;
}

static void
enable_presenting (IlvWindow *self)
{
  static const char *const names[] = { "present", "present-from-start" };
  gboolean enabled = self->lesson != NULL && ilv_lesson_is_written (self->lesson);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i])), enabled);
}

/* @whole: all at once, so that it can be used at once */
static void
show_page (IlvWindow *self, guint section, gboolean whole)
{
  IlvLessonContext context;
  GtkWidget *widget;
  IlvLessonPage *page;

  ilv_window_get_context (self, &context);
  widget = gtk_widget_get_mapped (GTK_WIDGET (self)) && !whole
             ? ilv_lesson_page_new_gradual (self->lesson, section, &context)
             : ilv_lesson_page_new (self->lesson, section, &context);
  page = ILV_LESSON_PAGE (widget);

  g_signal_connect_object (page, "notify::section", G_CALLBACK (on_section_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "lesson-finished", G_CALLBACK (on_lesson_finished), self,
                           G_CONNECT_SWAPPED);

  adw_bin_set_child (self->place, widget);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", ilv_lesson_page_get_actions (page));
  gtk_stack_set_visible_child_name (self->stack, "lesson");
  remember_place (self, ilv_lesson_page_get_section (page));
}

static void
clear_page (IlvWindow *self)
{
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", NULL);
  adw_bin_set_child (self->place, NULL);
}

static void
show_planned (IlvWindow *self)
{
  IlvLesson *previous = ilv_course_get_written_before (self->lesson_course, self->lesson);
  g_autofree char *summary = g_markup_escape_text (ilv_lesson_get_summary (self->lesson), -1);
  g_autofree char *description = NULL;

  clear_page (self);

  /* Translators: %s is what the lesson will be about, a sentence or a few words. */
  description = g_strdup_printf (_("This lesson is planned and not written yet.\n\n%s"), summary);
  adw_status_page_set_description (self->planned, description);
  gtk_widget_set_visible (self->previous, previous != NULL);
  if (previous != NULL)
    {
      /* Translators: %s is the title of a lesson. */
      g_autofree char *label = g_strdup_printf (_("Back to “%s”"),
                                                ilv_lesson_get_title (previous));

      gtk_label_set_label (self->previous_label, label);
    }

  gtk_stack_set_visible_child_name (self->stack, "planned");
  remember_place (self, 0);
}

/* Which course the lesson is one of, and of which pack. */
static void
find_surroundings (IlvWindow *self)
{
  const char *id = ilv_lesson_get_id (self->lesson);
  IlvCourse *course = self->course;
  IlvPack *pack = NULL;
  g_autoptr (IlvLesson) found = NULL;

  if (ilv_course_find_lesson (self->course, id) != self->lesson)
    found = ilv_pack_shelf_find_lesson (self->shelf, id, &pack);
  if (pack != NULL)
    course = ilv_pack_get_course (pack);
  g_set_object (&self->pack, pack);
  g_set_object (&self->lesson_course, course);
  ilv_own_lessons_follow (self->own, pack);
  ilv_fault_bar_set_faults (self->faults, pack != NULL ? ilv_pack_get_faults (pack) : NULL);
  ilv_handout_actions_set_lesson (self->handouts, self->lesson_course, self->lesson);
}

static void
leave_traces (IlvWindow *self)
{
  ilv_own_traces_leave (self->traces);
  adw_bin_set_child (self->trace_place, NULL);
  g_clear_pointer (&self->trace_title, g_binding_unbind);
}

/* Made when it is first needed: that takes time, which the start of the program has not. */
static IlvTracePage *
get_trace_page (IlvWindow *self)
{
  if (adw_bin_get_child (self->trace_place) == NULL)
    adw_bin_set_child (self->trace_place, ilv_trace_page_new ());
  return ILV_TRACE_PAGE (adw_bin_get_child (self->trace_place));
}

/* What is shown is no lesson. */
static void
leave_lesson (IlvWindow *self)
{
  clear_page (self);
  g_clear_object (&self->lesson);
  g_clear_object (&self->pack);
  g_set_object (&self->lesson_course, self->course);
  ilv_own_lessons_follow (self->own, NULL);
  ilv_fault_bar_set_faults (self->faults, NULL);
  ilv_handout_actions_set_lesson (self->handouts, self->course, NULL);
  enable_presenting (self);
}

/* What had the focus may be on a page that has gone; then nothing has it, and GTK 4.8 draws links only where
 * something has. */
static void
keep_focus (IlvWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus == NULL || !gtk_widget_get_mapped (focus))
    gtk_widget_child_focus (GTK_WIDGET (self->header), GTK_DIR_TAB_FORWARD);
}

static void
enter_lesson (IlvWindow *self, IlvLesson *lesson, guint section, gboolean whole)
{
  leave_traces (self);
  g_set_object (&self->lesson, lesson);
  find_surroundings (self);
  adw_window_title_set_title (self->title, ilv_lesson_get_title (lesson));
  ilv_sidebar_select_lesson (self->sidebar, lesson);
  enable_presenting (self);

  if (ilv_lesson_is_written (lesson))
    show_page (self, section, whole);
  else
    show_planned (self);
  keep_focus (self);
}

static void
show_lesson (IlvWindow *self, IlvLesson *lesson, guint section)
{
  if (self->lesson != lesson)
    enter_lesson (self, lesson, section, FALSE);
}

static void
show_first_lesson (IlvWindow *self)
{
  show_lesson (self, ilv_course_get_first (self->course), 0);
}

/* Where the sidebar covers the lesson, it goes when one has been chosen. */
static void
uncover_lesson (IlvWindow *self)
{
  if (ilv_split_get_collapsed (self->split))
    ilv_split_set_show_sidebar (self->split, FALSE);
}

static void
show_error (IlvWindow *self, const char *title, const char *message)
{
  g_autofree char *description = g_markup_escape_text (message, -1);

  adw_status_page_set_title (self->error_page, title);
  adw_status_page_set_description (self->error_page, description);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
show_course_error (IlvWindow *self, const char *message)
{
  show_error (self, _ ("The course cannot be loaded"), message);
}

/* (nullable): where the learner left off, if it is known which lesson that is. */
static IlvLesson *
find_last_lesson (IlvWindow *self, guint *section)
{
  g_autofree char *id = dup_last_id (self);
  g_autoptr (IlvLesson) lesson = NULL;

  if (id == NULL)
    return NULL;
  *section = g_settings_get_uint (self->settings, "section");
  if (ilv_course_find_lesson (self->course, id) != NULL)
    return ilv_course_find_lesson (self->course, id);
  lesson = ilv_pack_shelf_find_lesson (self->shelf, id, NULL);
  return lesson;
}

static void
show_last_lesson (IlvWindow *self)
{
  guint section = 0;
  IlvLesson *lesson = find_last_lesson (self, &section);

  if (lesson == NULL && was_in_pack (self) && !ilv_own_lessons_is_loaded (self->own))
    return; /* it is shown when the packs are there */
  if (lesson != NULL)
    show_lesson (self, lesson, section);
  else if (ilv_course_get_first (self->course) != NULL)
    show_first_lesson (self);
  else
    show_course_error (self, _("It has no lessons."));
}

/* The first time: what this is, and something to do at once. */
static void
show_welcome (IlvWindow *self)
{
  adw_window_title_set_title (self->title, _ ("Welcome"));
  gtk_stack_set_visible_child_name (self->stack, "welcome");
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->try_button));
}

static void
begin (IlvWindow *self)
{
  if (is_first_time (self))
    show_welcome (self);
  else
    show_last_lesson (self);
}

static void
show_warning (IlvWindow *self, const char *warning)
{
  gtk_label_set_label (self->warning_label, warning);
  gtk_revealer_set_reveal_child (self->warning, TRUE);
}

static void
on_save_failed (IlvWindow *self, const char *message)
{
  /* Translators: %s says why, such as “No space left on device”. */
  g_autofree char *warning = g_strdup_printf (
    _("What you have done could not be saved: %s. It is tried again with your next step."),
    message);

  show_warning (self, warning);
}

static void
load_progress (IlvWindow *self)
{
  g_autoptr (GFile) file = ilv_progress_get_default_file ();

  self->progress = ilv_progress_new (file);
  g_signal_connect_object (self->progress, "save-failed", G_CALLBACK (on_save_failed), self,
                           G_CONNECT_SWAPPED);
  if (ilv_progress_get_warning (self->progress) != NULL)
    show_warning (self, ilv_progress_get_warning (self->progress));
}

static void
open_runs (IlvWindow *self)
{
  g_autoptr (GFile) folder = ilv_last_runs_get_default_folder ();
  g_autoptr (GFile) file = ilv_run_store_get_default_file ();

  self->runs = ilv_last_runs_new (folder);
  self->history = ilv_run_store_new (file);
}

/* The page that is open shows what the progress says now. */
static void
reload_page (IlvWindow *self)
{
  GtkWidget *page = adw_bin_get_child (self->place);

  if (page != NULL)
    show_page (self, ilv_lesson_page_get_section (ILV_LESSON_PAGE (page)), FALSE);
}

static void
on_packs_loaded (IlvWindow *self)
{
  gboolean is_open = self->lesson != NULL || adw_bin_get_child (self->trace_place) != NULL;

  if (!is_open && !self->expects_file && !is_first_time (self))
    show_last_lesson (self);
}

/* The same lesson as it is now, where the learner is. */
static void
show_again (IlvWindow *self, IlvLesson *lesson)
{
  GtkWidget *page = adw_bin_get_child (self->place);
  double scroll = page != NULL ? ilv_lesson_page_get_scroll (ILV_LESSON_PAGE (page)) : 0;

  enter_lesson (self, lesson, ilv_window_get_section (self), TRUE);
  page = adw_bin_get_child (self->place);
  if (page != NULL)
    ilv_lesson_page_set_scroll (ILV_LESSON_PAGE (page), scroll);
}

static void
on_pack_opened (IlvWindow *self, IlvPack *pack)
{
  gboolean is_open = self->pack != NULL && g_str_equal (ilv_pack_get_id (self->pack), ilv_pack_get_id (pack));
  IlvCourse *course = ilv_pack_get_course (pack);
  IlvLesson *same = is_open ? ilv_course_find_lesson (course, ilv_lesson_get_id (self->lesson)) : NULL;

  self->expects_file = FALSE;
  if (same != NULL)
    show_again (self, same);
  else
    show_lesson (self, ilv_course_get_first (course), 0);
  g_signal_emit (self, signals[PACK_OPENED], 0);
}

/* The page that is read is not taken away because it has been saved with a mistake. */
static void
on_pack_failed (IlvWindow *self, GFile *source, const GError *error)
{
  g_autofree char *name = source != NULL ? g_file_get_parse_name (source) : NULL;
  g_autofree char *warning = NULL;

  if (source == NULL)
    {
      show_warning (self, error->message);
      return;
    }
  if (self->expects_file)
    {
      self->expects_file = FALSE;
      begin (self);
    }
  g_signal_emit (self, signals[PACK_FAILED], 0);
  if (self->pack != NULL && g_file_equal (source, ilv_pack_get_source (self->pack)))
    {
      ilv_fault_bar_set_error (self->faults, error);
      return;
    }
  /* Translators: the name of a file or folder, and why. */
  warning = g_strdup_printf (_ ("%s cannot be opened: %s"), name, error->message);
  show_warning (self, warning);
}

static void
on_pack_removed (IlvWindow *self, IlvPack *pack)
{
  if (self->pack == pack)
    show_first_lesson (self);
}

/* It cannot be opened: why, and what can be done. */
static void
on_pack_activated (IlvWindow *self, IlvPack *pack)
{
  leave_traces (self);
  leave_lesson (self);
  show_error (self, _ ("This lesson cannot be opened"), ilv_pack_get_error (pack)->message);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->error_button), NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->error_button), "s", ilv_pack_get_id (pack));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->error_button), "win.reload-pack");
  gtk_button_set_label (self->error_button, _ ("_Try again"));
  uncover_lesson (self);
}

/* @document: (nullable): what is shown; %NULL for what can be opened */
static void
on_trace_shown (IlvWindow *self, IlvTraceDocument *document)
{
  IlvTracePage *page = get_trace_page (self);

  self->expects_file = FALSE;
  leave_lesson (self);
  g_clear_pointer (&self->trace_title, g_binding_unbind);
  if (document != NULL)
    self->trace_title = g_object_bind_property (document, "title", self->title, "title", G_BINDING_SYNC_CREATE);
  else
    adw_window_title_set_title (self->title, _ ("Your own traces"));
  ilv_trace_page_set_document (page, document);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", ilv_trace_page_get_actions (page));
  gtk_stack_set_visible_child_name (self->stack, "traces");
  ilv_sidebar_select_trace (self->sidebar, document);
  keep_focus (self);
}

static void
on_trace_activated (IlvWindow *self, IlvTraceDocument *document)
{
  ilv_own_traces_show (self->traces, document);
  uncover_lesson (self);
}

static gboolean
on_drop (IlvWindow *self, const GValue *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
    g_ptr_array_add (files, link->data);
  ilv_window_open_files (self, (GFile **) files->pdata, files->len);
  return files->len > 0;
}

static void
load_traces (IlvWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->traces = ilv_own_traces_new (GTK_WINDOW (self), self->toasts);
  g_signal_connect_object (self->traces, "shown", G_CALLBACK (on_trace_shown), self, G_CONNECT_SWAPPED);
  ilv_sidebar_set_traces (self->sidebar, ilv_own_traces_get_list (self->traces));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
load_packs (IlvWindow *self)
{
  self->own = ilv_own_lessons_new (GTK_WINDOW (self), self->toasts, self->shelf);
  g_signal_connect_object (self->own, "loaded", G_CALLBACK (on_packs_loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->own, "opened", G_CALLBACK (on_pack_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->own, "failed", G_CALLBACK (on_pack_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->own, "removed", G_CALLBACK (on_pack_removed), self, G_CONNECT_SWAPPED);
  ilv_sidebar_set_shelf (self->sidebar, self->shelf, self->progress);
}

static void
load_course (IlvWindow *self)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_autoptr (GError) error = NULL;

  /* From the resources, that is from memory: nothing to wait for. */
  self->course = ilv_course_new_from_folder (folder, &error);
  if (self->course == NULL)
    {
      show_course_error (self, error->message);
      return;
    }

  ilv_sidebar_set_course (self->sidebar, self->course, self->progress);
  self->handouts
    = ilv_handout_actions_new (GTK_WINDOW (self), self->toasts, self->course, self->runs);
  load_packs (self);
  load_traces (self);
}

static void
bind_settings (IlvWindow *self)
{
  g_autoptr (GAction) predictions = NULL;

  if (self->settings == NULL)
    return;

  g_settings_bind (self->settings, "width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);

  ilv_look_follow (self->settings, gtk_widget_get_display (GTK_WIDGET (self)));
  predictions = g_settings_create_action (self->settings, "require-predictions");
  g_action_map_add_action (G_ACTION_MAP (self), predictions);
}

static void
on_preferences (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED,
                gpointer data)
{
  IlvWindow *self = data;
  GtkWidget *preferences;

  if (self->settings == NULL)
    return;
  preferences = ilv_preferences_new (GTK_WINDOW (self), self->settings, self->pythons);
  ilv_preferences_set_history (ILV_PREFERENCES (preferences), self->history);
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
on_present (GSimpleAction *action, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvWindow *self = data;

  if (self->lesson != NULL)
    g_signal_emit (self, signals[PRESENT], 0,
                   g_str_equal (g_action_get_name (G_ACTION (action)), "present-from-start"));
}

static void
on_reset_progress (GSimpleAction *action G_GNUC_UNUSED,
                   GVariant *parameter G_GNUC_UNUSED,
                   gpointer data)
{
  IlvWindow *self = data;

  ilv_progress_reset (self->progress);
  ilv_progress_save (self->progress);
  reload_page (self);
  adw_toast_overlay_add_toast (self->toasts,
                               ilv_toast_new_with_undo (_("Progress was reset"), "win.undo-reset"));
}

static void
on_undo_reset (GSimpleAction *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED,
               gpointer data)
{
  IlvWindow *self = data;

  if (!ilv_progress_undo_reset (self->progress))
    return;
  ilv_progress_save (self->progress);
  reload_page (self);
}

static void
on_section_changed (IlvWindow *self, GParamSpec *pspec G_GNUC_UNUSED, IlvLessonPage *page)
{
  remember_place (self, ilv_lesson_page_get_section (page));
}

static void
on_lesson_finished (IlvWindow *self)
{
  IlvLesson *next = ilv_course_get_next (self->lesson_course, self->lesson);

  if (next != NULL)
    show_lesson (self, next, 0);
}

/* Runs the first comparison of the course. */
static void
on_try (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  IlvWindow *self = data;
  IlvLesson *first = ilv_course_get_first (self->course);
  IlvSection *section = ilv_lesson_find_section (first, NULL);

  enter_lesson (self, first, ilv_lesson_get_section_index (first, section), TRUE);
  ilv_lesson_page_try (ILV_LESSON_PAGE (adw_bin_get_child (self->place)));
}

static void
on_begin (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer data)
{
  show_first_lesson (data);
}

static void
on_lesson_activated (IlvWindow *self, IlvLesson *lesson)
{
  show_lesson (self, lesson, 0);
  uncover_lesson (self);
}

static void
on_hit_activated (IlvWindow *self, IlvSearchHit *hit)
{
  IlvLesson *lesson = ilv_search_hit_get_lesson (hit);
  guint section = ilv_search_hit_get_section (hit);

  if (lesson == self->lesson && ilv_lesson_is_written (lesson))
    ilv_lesson_page_set_section (ILV_LESSON_PAGE (adw_bin_get_child (self->place)), section);
  else
    show_lesson (self, lesson, section);
  uncover_lesson (self);
}

/* What is found is shown in the sidebar. */
static void
on_searching_changed (IlvWindow *self)
{
  if (ilv_sidebar_is_searching (self->sidebar))
    ilv_split_set_show_sidebar (self->split, TRUE);
}

static void
on_previous_clicked (IlvWindow *self)
{
  IlvLesson *previous = ilv_course_get_written_before (self->lesson_course, self->lesson);

  if (previous != NULL)
    show_lesson (self, previous, 0);
}

static void
on_split_changed (IlvWindow *self)
{
  gboolean collapsed = ilv_split_get_collapsed (self->split);

  /* The leftmost header bar has the buttons that the desktop puts at the start. */
  ilv_sidebar_set_show_title_buttons (self->sidebar, !collapsed);
  adw_header_bar_set_show_start_title_buttons (
    self->header, collapsed || !ilv_split_get_show_sidebar (self->split));
}

static void
on_warning_dismissed (IlvWindow *self)
{
  gtk_revealer_set_reveal_child (self->warning, FALSE);
}

/* What has the window's actions may live longer than the window, such as a tooltip, and would keep its parts and
 * tell what has gone. */
static void
take_apart (IlvWindow *self)
{
  clear_page (self);
  if (self->traces != NULL)
    leave_traces (self);
  g_action_map_remove_action (G_ACTION_MAP (self), "toggle-sidebar");
  g_action_map_remove_action (G_ACTION_MAP (self), "search");
}

static void
ilv_window_dispose (GObject *object)
{
  IlvWindow *self = ILV_WINDOW (object);

  if (self->shelf != NULL)
    take_apart (self);
  /* An action of the settings lives as long as somebody still uses it, and would tell a map that has gone. */
  g_action_map_remove_action (G_ACTION_MAP (self), "require-predictions");
  g_clear_object (&self->own);
  g_clear_object (&self->traces);
  g_clear_object (&self->shelf);
  g_clear_object (&self->pack);
  g_clear_object (&self->lesson_course);
  g_clear_object (&self->course);
  g_clear_object (&self->progress);
  g_clear_object (&self->pythons);
  g_clear_object (&self->runs);
  g_clear_object (&self->history);
  g_clear_object (&self->handouts);
  g_clear_object (&self->lesson);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (ilv_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, split);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, header);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, title);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, warning);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, warning_label);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, place);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, trace_place);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, planned);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, previous);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, previous_label);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, try_button);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, error_button);
  gtk_widget_class_bind_template_child (widget_class, IlvWindow, faults);
  gtk_widget_class_bind_template_callback (widget_class, on_split_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_lesson_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_pack_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_hit_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_trace_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_searching_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_warning_dismissed);
}

static void
ilv_window_class_init (IlvWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_window_dispose;

  /**
   * IlvWindow::present:
   * @from_start: whether to begin at the lesson's beginning
   *
   * The open lesson is to be presented to a room.
   */
  signals[PRESENT] = g_signal_new ("present", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  /**
   * IlvWindow::pack-opened:
   *
   * A lesson of a lesson pack that was opened, or opened again, is shown.
   */
  signals[PACK_OPENED] = g_signal_new ("pack-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * IlvWindow::pack-failed:
   *
   * A lesson pack could not be opened; the window says why.
   */
  signals[PACK_FAILED] = g_signal_new ("pack-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ILV_TYPE_FAULT_BAR);
  g_type_ensure (ILV_TYPE_SIDEBAR);
  g_type_ensure (ILV_TYPE_SPLIT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ilv_window_init (IlvWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "begin", .activate = on_begin },
    { .name = "preferences", .activate = on_preferences },
    { .name = "present", .activate = on_present },
    { .name = "present-from-start", .activate = on_present },
    { .name = "reset-progress", .activate = on_reset_progress },
    { .name = "try", .activate = on_try },
    { .name = "undo-reset", .activate = on_undo_reset },
  };
  g_autoptr (GPropertyAction) toggle = NULL;
  g_autoptr (GPropertyAction) search = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  ilv_button_text_wrap (gtk_widget_get_parent (GTK_WIDGET (self->try_button)));

  toggle = g_property_action_new ("toggle-sidebar", self->split, "show-sidebar");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (toggle));
  search = g_property_action_new ("search", self->sidebar, "searching");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (search));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  on_split_changed (self);

  self->settings = load_settings ();
  self->pythons = ilv_pythons_new (self->settings);
  bind_settings (self);
  load_progress (self);
  open_runs (self);
  self->shelf = ilv_pack_shelf_new_default ();
  load_course (self);
}

IlvWindow *
ilv_window_new (GtkApplication *application, const char *lesson, gboolean expects_file)
{
  IlvWindow *self = g_object_new (ILV_TYPE_WINDOW, "application", application, NULL);

  if (self->course == NULL || (lesson != NULL && ilv_window_open_lesson (self, lesson)))
    return self;
  self->expects_file = expects_file;
  if (!expects_file)
    begin (self);
  return self;
}

gboolean
ilv_window_open_lesson (IlvWindow *self, const char *id)
{
  g_autoptr (IlvLesson) own = NULL;
  IlvLesson *lesson = NULL;

  g_return_val_if_fail (ILV_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (self->course != NULL)
    lesson = ilv_course_find_lesson (self->course, id);
  if (lesson == NULL)
    lesson = own = ilv_pack_shelf_find_lesson (self->shelf, id, NULL);
  if (lesson == NULL)
    return FALSE;

  if (lesson == self->lesson && ilv_lesson_is_written (lesson))
    ilv_lesson_page_set_section (ILV_LESSON_PAGE (adw_bin_get_child (self->place)), 0);
  else
    show_lesson (self, lesson, 0);
  return TRUE;
}

void
ilv_window_open_file (IlvWindow *self, GFile *file)
{
  g_return_if_fail (ILV_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  ilv_window_open_files (self, &file, 1);
}

void
ilv_window_open_files (IlvWindow *self, GFile **files, guint n_files)
{
  g_autoptr (GPtrArray) traces = g_ptr_array_new ();

  g_return_if_fail (ILV_IS_WINDOW (self));

  for (guint i = 0; i < n_files && self->own != NULL; i++)
    if (ilv_own_traces_wants (files[i]))
      g_ptr_array_add (traces, files[i]);
    else
      ilv_own_lessons_open (self->own, files[i]);
  if (traces->len == 2)
    {
      ilv_own_traces_open (self->traces, traces->pdata[0], traces->pdata[1]);
      return;
    }
  for (guint i = 0; i < traces->len; i++)
    ilv_own_traces_open (self->traces, traces->pdata[i], NULL);
}

IlvLesson *
ilv_window_get_lesson (IlvWindow *self)
{
  g_return_val_if_fail (ILV_IS_WINDOW (self), NULL);

  return self->lesson;
}

guint
ilv_window_get_section (IlvWindow *self)
{
  GtkWidget *page;

  g_return_val_if_fail (ILV_IS_WINDOW (self), 0);

  page = adw_bin_get_child (self->place);
  return page != NULL ? ilv_lesson_page_get_section (ILV_LESSON_PAGE (page)) : 0;
}

void
ilv_window_set_section (IlvWindow *self, guint section)
{
  GtkWidget *page;

  g_return_if_fail (ILV_IS_WINDOW (self));

  page = adw_bin_get_child (self->place);
  if (page != NULL)
    ilv_lesson_page_set_section (ILV_LESSON_PAGE (page), section);
}

IlvProgress *
ilv_window_get_progress (IlvWindow *self)
{
  g_return_val_if_fail (ILV_IS_WINDOW (self), NULL);

  return self->progress;
}

void
ilv_window_get_context (IlvWindow *self, IlvLessonContext *context)
{
  g_return_if_fail (ILV_IS_WINDOW (self));
  g_return_if_fail (context != NULL);

  *context = (IlvLessonContext){
    .progress = self->progress,
    .settings = self->settings,
    .pythons = self->pythons,
    .glossary = ilv_course_get_glossary (self->lesson_course),
    .runs = self->runs,
    .history = self->history,
  };
}
