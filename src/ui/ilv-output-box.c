/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-output-box.h"
#include "ilv-wheel.h"

#include <glib/gi18n.h>

/* More than anybody reads; of a script that floods, the end is shown. */
#define MAX_BYTES 20000
#define MAX_TEXT 200 /* characters of what a task brought */
#define MAX_HEIGHT 200

struct _IlvOutputBox
{
  GtkWidget parent_instance;

  GtkWidget *expander;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (IlvOutputBox, ilv_output_box, GTK_TYPE_WIDGET)

/* Answers of a server can be long: what is told of them fits on a few lines. */
static void
append_text (GString *text, const IlvTraceInfo *info, const IlvResult *result)
{
  glong length = g_utf8_strlen (result->text, -1);
  g_autofree char *start =
    length > MAX_TEXT ? g_utf8_substring (result->text, 0, MAX_TEXT) : g_strdup (result->text);
  const char *more = length > MAX_TEXT ? "…" : "";

  if (result->task < info->tasks->len && result->kind == ILV_RESULT_FAILURE)
    /* Translators: a task's name and why it failed. */
    g_string_append_printf (text, _ ("%s failed: %s"),
                            ilv_trace_info_get_task (info, result->task)->name, start);
  else if (result->task < info->tasks->len)
    /* Translators: a task's name and what it brought. */
    g_string_append_printf (text, _ ("%s: %s"), ilv_trace_info_get_task (info, result->task)->name,
                            start);
  else
    g_string_append (text, start);
  g_string_append (text, more);
}

static char *
collect (IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < info->results->len; i++)
    {
      const IlvResult *result = g_ptr_array_index (info->results, i);

      if (result->text == NULL)
        continue;
      if (result->kind == ILV_RESULT_OUTPUT)
        g_string_append (text, result->text);
      else
        append_text (text, info, result);
      if (text->len > 0 && text->str[text->len - 1] != '\n')
        g_string_append_c (text, '\n');
    }
  if (text->len > 0)
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

/* (transfer full): the last part of @text, from the beginning of a line on. */
static char *
cut (const char *text)
{
  gsize length = strlen (text);
  const char *start;

  if (length <= MAX_BYTES)
    return g_strdup (text);
  start = strchr (text + length - MAX_BYTES, '\n');
  if (start == NULL)
    start = g_utf8_find_next_char (text + length - MAX_BYTES, NULL) - 1;
  return g_strconcat ("…\n", start + 1, NULL);
}

/* How high the lines are shown, where they are wrapped at @width. */
static int
get_lines_height (IlvOutputBox *self, int width)
{
  int height;

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return MIN (height, MAX_HEIGHT);
}

static GtkSizeRequestMode
ilv_output_box_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A scrolled window asks for the height that its child has where no line is wrapped. */
static void
ilv_output_box_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline G_GNUC_UNUSED,
                        int *natural_baseline G_GNUC_UNUSED)
{
  IlvOutputBox *self = ILV_OUTPUT_BOX (widget);

  gtk_widget_measure (self->expander, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0
      && gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    *natural += MAX (get_lines_height (self, for_size) - get_lines_height (self, -1), 0);
}

static void
ilv_output_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (ILV_OUTPUT_BOX (widget)->expander, width, height, baseline, NULL);
}

static void
ilv_output_box_dispose (GObject *object)
{
  g_clear_pointer (&ILV_OUTPUT_BOX (object)->expander, gtk_widget_unparent);

  G_OBJECT_CLASS (ilv_output_box_parent_class)->dispose (object);
}

static void
ilv_output_box_class_init (IlvOutputBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_output_box_dispose;
  gtk_widget_class_set_css_name (widget_class, "outputbox");
  widget_class->get_request_mode = ilv_output_box_get_request_mode;
  widget_class->measure = ilv_output_box_measure;
  widget_class->size_allocate = ilv_output_box_size_allocate;
}

static void
ilv_output_box_init (IlvOutputBox *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "yalign", 0.0f, "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE, NULL);
  gtk_widget_add_css_class (self->label, "monospace");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->label);
  ilv_wheel_pass_on (scroller);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->expander = gtk_expander_new (_ ("Output"));
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Output"), -1);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
ilv_output_box_set_trace (IlvOutputBox *self, IlvTrace *trace)
{
  g_autofree char *all = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (ILV_IS_OUTPUT_BOX (self));
  g_return_if_fail (trace == NULL || ILV_IS_TRACE (trace));

  all = trace != NULL ? collect (trace) : g_strdup ("");
  text = cut (all);
  if (!g_str_equal (text, ilv_output_box_get_text (self)))
    gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (GTK_WIDGET (self), text[0] != '\0');
}

const char *
ilv_output_box_get_text (IlvOutputBox *self)
{
  g_return_val_if_fail (ILV_IS_OUTPUT_BOX (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->label));
}
