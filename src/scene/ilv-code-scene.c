/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-scene.h"

#include <glib/gi18n-lib.h>

#include "ilv-code-scheme.h"
#include "ilv-code-view.h"
#include "ilv-scene-moment.h"
#include "ilv-wheel.h"

struct _IlvCodeScene
{
  IlvSceneWidget parent_instance;

  GtkSourceBuffer *buffer;
  GtkWidget *view; /* a child of the scrolled window, which owns it */
  GtkWidget *scrolled_window;
  IlvLaneIndex *index;
  GArray *marks;
  gboolean shows_what_ran;
};

G_DEFINE_FINAL_TYPE (IlvCodeScene, ilv_code_scene, ILV_TYPE_SCENE_WIDGET)

enum
{
  PROP_TEXT = 1,
  PROP_LANGUAGE,
  PROP_EDITABLE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* The lines that are seen without scrolling: what the height asks for, and what it needs. */
#define MAX_LINES 24
#define MIN_LINES 6

/* What a text view keeps free behind a line, and what rounding takes. */
#define CURSOR_ROOM 8

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const IlvCodeMark *left = a;
  const IlvCodeMark *right = b;

  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  /* Who runs comes first, so that the names that are shown are those. */
  if (left->pale != right->pale)
    return left->pale ? 1 : -1;
  return (left->task > right->task) - (left->task < right->task);
}

static void
collect_marks (IlvCodeScene *self)
{
  gint64 moment_ns = ilv_scene_widget_get_moment_ns (ILV_SCENE_WIDGET (self));
  guint n_tasks;

  g_array_set_size (self->marks, 0);
  if (self->index == NULL || !self->shows_what_ran)
    return;

  n_tasks = ilv_lane_index_get_n_lanes (self->index);
  for (guint task = 0; task < n_tasks; task++)
    {
      IlvCodeMark mark = { .task = task, .name = ilv_lane_index_get_label (self->index, task) };
      const IlvSpan *span;

      ilv_scene_moment_find (self->index, task, moment_ns, &span);
      if (span == NULL || span->step == ILV_NO_STEP)
        continue;

      mark.line = span->step;
      mark.colour = span->colour;
      mark.pale = span->state != ILV_STATE_RUNNING;
      g_array_append_val (self->marks, mark);
    }
  g_array_sort (self->marks, compare_marks);
}

/* "A runs line 3. B waits in line 5." */
static void
describe (IlvCodeScene *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const IlvCodeMark *mark = &g_array_index (self->marks, IlvCodeMark, i);
      /* Translators: %1$s is a task's name, %2$u the number of a line of code. */
      const char *format = mark->pale ? _ ("%1$s waits in line %2$u.")
                                      /* Translators: as above, for a task that is executing. */
                                      : _ ("%1$s runs line %2$u.");

      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, format, mark->name, mark->line + 1);
    }

  ilv_scene_widget_describe (ILV_SCENE_WIDGET (self), text->str);
}

static void
ilv_code_scene_moment_changed (IlvSceneWidget *scene)
{
  IlvCodeScene *self = ILV_CODE_SCENE (scene);

  collect_marks (self);
  ilv_code_view_set_marks (ILV_CODE_VIEW (self->view), self->marks);
  describe (self);
}

/* Equal but for line feeds at the end, which editors add and remove. */
static gboolean
is_same_code (const char *a, const char *b)
{
  gsize a_length = strlen (a);
  gsize b_length = strlen (b);

  while (a_length > 0 && a[a_length - 1] == '\n')
    a_length--;
  while (b_length > 0 && b[b_length - 1] == '\n')
    b_length--;

  return a_length == b_length && memcmp (a, b, a_length) == 0;
}

static void
compare_with_what_ran (IlvCodeScene *self)
{
  IlvTrace *trace = ilv_scene_widget_get_trace (ILV_SCENE_WIDGET (self));
  const char *code = trace != NULL ? ilv_trace_get_info (trace)->code : NULL;
  g_autofree char *text = ilv_code_scene_dup_text (self);

  self->shows_what_ran = code != NULL && is_same_code (code, text);
}

static void
ilv_code_scene_trace_changed (IlvSceneWidget *scene)
{
  IlvCodeScene *self = ILV_CODE_SCENE (scene);
  IlvTrace *trace = ilv_scene_widget_get_trace (scene);

  g_clear_object (&self->index);
  if (trace != NULL)
    self->index = ilv_lane_index_new (trace, ILV_GROUPING_TASK);
  compare_with_what_ran (self);
}

static void
on_text_changed (IlvCodeScene *self)
{
  compare_with_what_ran (self);
  ilv_code_scene_moment_changed (ILV_SCENE_WIDGET (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
ilv_code_scene_look_changed (IlvSceneWidget *scene)
{
  IlvCodeScene *self = ILV_CODE_SCENE (scene);
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (scene);
  GtkSourceStyleScheme *scheme = ilv_code_scheme_get (theme->dark);

  if (scheme != gtk_source_buffer_get_style_scheme (self->buffer))
    gtk_source_buffer_set_style_scheme (self->buffer, scheme);
  ilv_code_view_set_theme (ILV_CODE_VIEW (self->view), theme);
}

static void
ilv_code_scene_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  IlvCodeScene *self = ILV_CODE_SCENE (widget);
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  int n_lines = gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (self->buffer));
  int line_height, margins;

  gtk_widget_measure (self->scrolled_window, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  line_height = ilv_code_view_get_line_height (ILV_CODE_VIEW (view));
  margins = gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
  *minimum = MAX (*minimum, MIN (n_lines, MIN_LINES) * line_height + margins);
  *natural = MAX (*minimum, MIN (n_lines, MAX_LINES) * line_height + margins);
}

static void
ilv_code_scene_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (ILV_CODE_SCENE (widget)->scrolled_window, width, height, baseline, NULL);
}

static gboolean
ilv_code_scene_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ILV_CODE_SCENE (widget)->view);
}

static void
ilv_code_scene_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IlvCodeScene *self = ILV_CODE_SCENE (object);

  switch (id)
    {
    case PROP_TEXT:
      g_value_take_string (value, ilv_code_scene_dup_text (self));
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, ilv_code_scene_get_language (self));
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, ilv_code_scene_get_editable (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_code_scene_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IlvCodeScene *self = ILV_CODE_SCENE (object);

  switch (id)
    {
    case PROP_TEXT:
      ilv_code_scene_set_text (self, g_value_get_string (value));
      break;
    case PROP_LANGUAGE:
      ilv_code_scene_set_language (self, g_value_get_string (value));
      break;
    case PROP_EDITABLE:
      ilv_code_scene_set_editable (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_code_scene_dispose (GObject *object)
{
  IlvCodeScene *self = ILV_CODE_SCENE (object);

  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->index);

  G_OBJECT_CLASS (ilv_code_scene_parent_class)->dispose (object);
}

static void
ilv_code_scene_finalize (GObject *object)
{
  IlvCodeScene *self = ILV_CODE_SCENE (object);

  g_clear_object (&self->view);
  g_clear_object (&self->buffer);
  g_array_unref (self->marks);

  G_OBJECT_CLASS (ilv_code_scene_parent_class)->finalize (object);
}

static void
ilv_code_scene_class_init (IlvCodeSceneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  IlvSceneWidgetClass *scene_class = ILV_SCENE_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ilv_code_scene_get_property;
  object_class->set_property = ilv_code_scene_set_property;
  object_class->dispose = ilv_code_scene_dispose;
  object_class->finalize = ilv_code_scene_finalize;
  widget_class->measure = ilv_code_scene_measure;
  widget_class->size_allocate = ilv_code_scene_size_allocate;
  widget_class->grab_focus = ilv_code_scene_grab_focus;
  scene_class->trace_changed = ilv_code_scene_trace_changed;
  scene_class->moment_changed = ilv_code_scene_moment_changed;
  scene_class->look_changed = ilv_code_scene_look_changed;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "codescene");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ilv_code_scene_init (IlvCodeScene *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (IlvCodeMark));
  /* A buffer looks for a scheme of its own, and all are read once more where ours come after that. */
  ilv_code_scheme_get (FALSE);
  self->buffer = gtk_source_buffer_new (NULL);
  self->view = g_object_ref_sink (ilv_code_view_new (self->buffer));
  self->scrolled_window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled_window), self->view);
  ilv_wheel_pass_on (self->scrolled_window);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Code"), -1);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (on_text_changed), self);
  ilv_code_scene_look_changed (ILV_SCENE_WIDGET (self));
}

GtkWidget *
ilv_code_scene_new (void)
{
  return g_object_new (ILV_TYPE_CODE_SCENE, NULL);
}

void
ilv_code_scene_set_name (IlvCodeScene *self, const char *name)
{
  g_return_if_fail (ILV_IS_CODE_SCENE (self));
  g_return_if_fail (name != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

char *
ilv_code_scene_dup_text (IlvCodeScene *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (ILV_IS_CODE_SCENE (self), NULL);

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);

  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self->buffer), &start, &end, TRUE);
}

void
ilv_code_scene_set_text (IlvCodeScene *self, const char *text)
{
  g_autofree char *before = NULL;
  GtkTextIter start;

  g_return_if_fail (ILV_IS_CODE_SCENE (self));

  if (text == NULL)
    text = "";

  before = ilv_code_scene_dup_text (self);
  if (g_str_equal (before, text))
    return;

  /* The buffer says that it changed twice, for what goes and for what comes. */
  g_signal_handlers_block_by_func (self->buffer, on_text_changed, self);
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self->buffer), text, -1);
  g_signal_handlers_unblock_by_func (self->buffer, on_text_changed, self);
  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self->buffer), &start);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self->buffer), &start);
  on_text_changed (self);
}

void
ilv_code_scene_replace_text (IlvCodeScene *self, const char *text)
{
  g_autofree char *before = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (ILV_IS_CODE_SCENE (self));
  g_return_if_fail (text != NULL);

  before = ilv_code_scene_dup_text (self);
  if (g_str_equal (before, text))
    return;

  buffer = GTK_TEXT_BUFFER (self->buffer);
  g_signal_handlers_block_by_func (buffer, on_text_changed, self);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
  g_signal_handlers_unblock_by_func (buffer, on_text_changed, self);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  on_text_changed (self);
}

static GtkSourceLanguage *
find_language (const char *language)
{
  return gtk_source_language_manager_get_language (gtk_source_language_manager_get_default (), language);
}

void
ilv_code_scene_prepare_language (const char *language)
{
  g_return_if_fail (language != NULL);

  find_language (language);
}

const char *
ilv_code_scene_get_language (IlvCodeScene *self)
{
  GtkSourceLanguage *language;

  g_return_val_if_fail (ILV_IS_CODE_SCENE (self), NULL);

  language = gtk_source_buffer_get_language (self->buffer);

  return language != NULL ? gtk_source_language_get_id (language) : NULL;
}

void
ilv_code_scene_set_language (IlvCodeScene *self, const char *language)
{
  GtkSourceLanguage *found = NULL;

  g_return_if_fail (ILV_IS_CODE_SCENE (self));

  if (language != NULL)
    found = find_language (language);
  if (found == gtk_source_buffer_get_language (self->buffer))
    return;

  gtk_source_buffer_set_language (self->buffer, found);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}

gboolean
ilv_code_scene_get_editable (IlvCodeScene *self)
{
  g_return_val_if_fail (ILV_IS_CODE_SCENE (self), FALSE);

  return gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view));
}

void
ilv_code_scene_set_editable (IlvCodeScene *self, gboolean editable)
{
  g_return_if_fail (ILV_IS_CODE_SCENE (self));

  editable = !!editable;
  if (editable == ilv_code_scene_get_editable (self))
    return;

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), editable);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), editable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

const GArray *
ilv_code_scene_get_marks (IlvCodeScene *self)
{
  g_return_val_if_fail (ILV_IS_CODE_SCENE (self), NULL);

  return self->marks;
}

void
ilv_code_scene_set_paged (IlvCodeScene *self)
{
  g_return_if_fail (ILV_IS_CODE_SCENE (self));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled_window), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_EXTERNAL);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_set_can_target (self->scrolled_window, FALSE);
  gtk_widget_set_can_focus (self->view, FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 0);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 0);
  ilv_code_view_set_large_names (ILV_CODE_VIEW (self->view), TRUE);
}

void
ilv_code_scene_show_line (IlvCodeScene *self, guint line)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_if_fail (ILV_IS_CODE_SCENE (self));

  buffer = GTK_TEXT_BUFFER (self->buffer);
  gtk_text_buffer_get_iter_at_line (buffer, &iter, (int) line);
  gtk_text_buffer_place_cursor (buffer, &iter);
  /* A mark, since lines may not be laid out yet. */
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer), 0, TRUE,
                                0, 0);
}

int
ilv_code_scene_get_text_x (IlvCodeScene *self)
{
  GtkTextView *view;
  int gutter;

  g_return_val_if_fail (ILV_IS_CODE_SCENE (self), 0);

  view = GTK_TEXT_VIEW (self->view);
  gtk_widget_measure (GTK_WIDGET (gtk_source_view_get_gutter (GTK_SOURCE_VIEW (view),
                                                              GTK_TEXT_WINDOW_LEFT)),
                      GTK_ORIENTATION_HORIZONTAL, -1, NULL, &gutter, NULL, NULL);
  return gutter + gtk_text_view_get_left_margin (view) + gtk_text_view_get_right_margin (view)
         + CURSOR_ROOM;
}
