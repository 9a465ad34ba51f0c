/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-mark.h"
#include "ilv-palette.h"

struct _IlvCodeView
{
  GtkSourceView parent_instance;

  GArray *marks;
  IlvTimelineTheme theme;
  gboolean large_names;
};

G_DEFINE_FINAL_TYPE (IlvCodeView, ilv_code_view, GTK_SOURCE_TYPE_VIEW)

/* The most names at a line's end; the rest is a number. */
#define MAX_NAMES 4

#define BAR_WIDTH 4
#define CHIP_GAP 4
#define CHIP_DISTANCE 14
#define EDGE 6

static const IlvCodeMark *
get_mark (IlvCodeView *self, guint index)
{
  return &g_array_index (self->marks, IlvCodeMark, index);
}

/* The end of the run of marks that are on the line of the one at @first. */
static guint
find_line_end (IlvCodeView *self, guint first)
{
  guint end = first + 1;

  while (end < self->marks->len && get_mark (self, end)->line == get_mark (self, first)->line)
    end++;

  return end;
}

/* The place of a line, in the buffer's coordinates, if it is visible. */
static gboolean
get_line_bounds (IlvCodeView *self, guint line, graphene_rect_t *bounds, GtkTextIter *iter)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  int y, height;

  if (!gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), iter, (int) line))
    return FALSE;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_yrange (view, iter, &y, &height);
  *bounds = GRAPHENE_RECT_INIT (visible.x, y, visible.width, height);

  return y + height > visible.y && y < visible.y + visible.height;
}

/* Who runs there is told from who waits there. */
static gboolean
is_line_pale (IlvCodeView *self, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (!get_mark (self, i)->pale)
      return FALSE;

  return TRUE;
}

/* The ground of a line, and a bar before it with a part for each task. */
static void
snapshot_line (IlvCodeView *self, GtkSnapshot *snapshot, guint first, guint end)
{
  guint n_parts = MIN (end - first, ILV_N_TASK_COLOURS);
  gboolean pale = is_line_pale (self, first, end);
  graphene_rect_t bounds;
  GtkTextIter iter;

  if (!get_line_bounds (self, get_mark (self, first)->line, &bounds, &iter))
    return;

  for (guint i = 0; i < n_parts; i++)
    {
      const IlvCodeMark *mark = get_mark (self, first + i);
      float width = bounds.size.width / n_parts;
      float height = bounds.size.height / n_parts;
      GdkRGBA colour, line;

      ilv_timeline_theme_get_task_line_colour (&self->theme, mark->colour, &line);
      ilv_timeline_theme_get_task_colour (&self->theme, mark->colour, &colour);
      gtk_snapshot_append_color (
        snapshot, &line,
        &GRAPHENE_RECT_INIT (bounds.origin.x, bounds.origin.y + i * height,
                             pale ? BAR_WIDTH / 2 : BAR_WIDTH, height));
      colour.alpha = pale ? ILV_CODE_MARK_PALE_STRENGTH : ILV_CODE_MARK_STRENGTH;
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (bounds.origin.x + i * width, bounds.origin.y,
                                                      width, bounds.size.height));
    }
}

static void
append_name (IlvCodeView *self,
             GtkSnapshot *snapshot,
             const IlvCodeMark *mark,
             PangoLayout *text,
             const graphene_rect_t *bounds)
{
  GdkRGBA fill, colour;

  ilv_timeline_theme_get_task_colour (&self->theme, mark->colour, &fill);
  ilv_timeline_theme_get_task_text_colour (&self->theme, mark->colour, &colour);
  if (mark->pale)
    ilv_mark_append_chip (snapshot, text, bounds, &self->theme.plate, &fill, &self->theme.text);
  else
    ilv_mark_append_chip (snapshot, text, bounds, &fill, NULL, &colour);
}

static PangoLayout *
create_name (IlvCodeView *self, const char *name)
{
  return self->large_names ? gtk_widget_create_pango_layout (GTK_WIDGET (self), name)
                           : ilv_mark_create_text (GTK_WIDGET (self), name);
}

/* The names of the tasks, behind the code or, where that is too long, at the edge. */
static void
snapshot_names (IlvCodeView *self, GtkSnapshot *snapshot, guint first, guint end)
{
  guint n_names = MIN (end - first, MAX_NAMES);
  PangoLayout *texts[MAX_NAMES + 1] = { NULL };
  graphene_rect_t chips[MAX_NAMES + 1];
  graphene_rect_t bounds;
  GdkRectangle code;
  GtkTextIter iter;
  float x, width = 0;

  if (!get_line_bounds (self, get_mark (self, first)->line, &bounds, &iter))
    return;

  for (guint i = 0; i <= n_names; i++)
    {
      if (i < n_names)
        texts[i] = create_name (self, get_mark (self, first + i)->name);
      else if (end - first > n_names)
        {
          /* Translators: so many more tasks than those named before it. */
          g_autofree char *more = g_strdup_printf (_ ("+%u"), end - first - n_names);

          texts[i] = create_name (self, more);
        }
      if (texts[i] == NULL)
        break;
      chips[i] = ilv_mark_place_chip (texts[i], 0, 0, G_MAXINT);
      width += chips[i].size.width + CHIP_GAP;
    }

  if (!gtk_text_iter_ends_line (&iter))
    gtk_text_iter_forward_to_line_end (&iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &code);
  x = MIN (code.x + CHIP_DISTANCE, bounds.origin.x + bounds.size.width - width - EDGE);
  x = MAX (x, bounds.origin.x + BAR_WIDTH);

  /* Where there is code below, it would show between the names. */
  if (x < code.x + CHIP_DISTANCE)
    gtk_snapshot_append_color (
      snapshot, &self->theme.plate,
      &GRAPHENE_RECT_INIT (x - CHIP_GAP, code.y, width + CHIP_GAP + EDGE, code.height));

  for (guint i = 0; i <= n_names && texts[i] != NULL; i++)
    {
      chips[i].origin.x = x;
      chips[i].origin.y = code.y + floorf ((code.height - chips[i].size.height) / 2);
      if (i < n_names)
        append_name (self, snapshot, get_mark (self, first + i), texts[i], &chips[i]);
      else
        ilv_mark_append_chip (snapshot, texts[i], &chips[i], &self->theme.plate, &self->theme.dim,
                              &self->theme.text);
      x += chips[i].size.width + CHIP_GAP;
      g_object_unref (texts[i]);
    }
}

static void
ilv_code_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  IlvCodeView *self = ILV_CODE_VIEW (view);

  GTK_TEXT_VIEW_CLASS (ilv_code_view_parent_class)->snapshot_layer (view, layer, snapshot);

  for (guint first = 0, end; first < self->marks->len; first = end)
    {
      end = find_line_end (self, first);
      if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
        snapshot_line (self, snapshot, first, end);
      else
        snapshot_names (self, snapshot, first, end);
    }
}

static void
ilv_code_view_finalize (GObject *object)
{
  IlvCodeView *self = ILV_CODE_VIEW (object);

  g_array_unref (self->marks);

  G_OBJECT_CLASS (ilv_code_view_parent_class)->finalize (object);
}

static void
ilv_code_view_class_init (IlvCodeViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_code_view_finalize;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = ilv_code_view_snapshot_layer;
}

static void
ilv_code_view_init (IlvCodeView *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (IlvCodeMark));
}

GtkWidget *
ilv_code_view_new (GtkSourceBuffer *buffer)
{
  return g_object_new (ILV_TYPE_CODE_VIEW, "buffer", buffer, "monospace", TRUE, "show-line-numbers",
                       TRUE, "top-margin", EDGE, "bottom-margin", EDGE, "left-margin",
                       EDGE + BAR_WIDTH, "right-margin", EDGE, "tab-width", 4,
                       "insert-spaces-instead-of-tabs", TRUE, "auto-indent", TRUE, NULL);
}

static gboolean
are_marks_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const IlvCodeMark *left = &g_array_index (a, IlvCodeMark, i);
      const IlvCodeMark *right = &g_array_index (b, IlvCodeMark, i);

      if (left->line != right->line || left->task != right->task || left->pale != right->pale ||
          left->name != right->name)
        return FALSE;
    }

  return TRUE;
}

void
ilv_code_view_set_marks (IlvCodeView *self, const GArray *marks)
{
  g_return_if_fail (ILV_IS_CODE_VIEW (self));
  g_return_if_fail (marks != NULL);

  if (are_marks_equal (self->marks, marks))
    return;

  g_array_set_size (self->marks, 0);
  if (marks->len > 0)
    g_array_append_vals (self->marks, marks->data, marks->len);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const GArray *
ilv_code_view_get_marks (IlvCodeView *self)
{
  g_return_val_if_fail (ILV_IS_CODE_VIEW (self), NULL);

  return self->marks;
}

void
ilv_code_view_set_theme (IlvCodeView *self, const IlvTimelineTheme *theme)
{
  g_return_if_fail (ILV_IS_CODE_VIEW (self));

  self->theme = *theme;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ilv_code_view_set_large_names (IlvCodeView *self, gboolean large_names)
{
  g_return_if_fail (ILV_IS_CODE_VIEW (self));

  self->large_names = large_names;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
ilv_code_view_get_line_height (IlvCodeView *self)
{
  g_autoptr (PangoLayout) text = NULL;
  int height;

  g_return_val_if_fail (ILV_IS_CODE_VIEW (self), 0);

  text = gtk_widget_create_pango_layout (GTK_WIDGET (self), "Mg");
  pango_layout_get_pixel_size (text, NULL, &height);

  return height;
}
