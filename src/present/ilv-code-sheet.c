/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-sheet.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ilv-code-pages.h"
#include "ilv-code-scene.h"
#include "ilv-compat.h"

struct _IlvCodeSheet
{
  GtkWidget parent_instance;

  IlvComparisonStage *stage;
  IlvSide side;
  IlvCodePages *pages;
  guint page;
  guint first_line; /* that is shown at the top */

  GtkWidget *title;
  GtkWidget *paper;
  GtkWidget *code;
};

G_DEFINE_FINAL_TYPE (IlvCodeSheet, ilv_code_sheet, GTK_TYPE_WIDGET)

/* How much larger than the smallest size short code becomes. */
#define MAX_FACTOR 1.5

#define GAP 14
#define PADDING 16
#define LINES_ALPHA 0.6f
#define MIN_WIDTH 300
#define MIN_HEIGHT 200

/* The line that is to be seen: where a task runs, or else waits, or what was turned to. */
static guint
find_line (IlvCodeSheet *self)
{
  const GArray *marks = ilv_code_scene_get_marks (ILV_CODE_SCENE (self->code));

  for (guint i = 0; i < marks->len; i++)
    if (!g_array_index (marks, IlvCodeMark, i).pale)
      return g_array_index (marks, IlvCodeMark, i).line;
  if (marks->len > 0)
    return g_array_index (marks, IlvCodeMark, 0).line;
  return ilv_comparison_stage_get_code_line (self->stage, self->side);
}

/* Which lines are seen, where that are not all. */
static PangoLayout *
create_lines (IlvCodeSheet *self)
{
  guint first, end;
  g_autofree char *text = NULL;

  ilv_code_pages_get (self->pages, self->page, &first, &end, NULL);
  /* Translators: which lines of code are seen, and how many there are. */
  text = g_strdup_printf (_ ("lines %u–%u of %u"), first + 1, end,
                          ilv_code_pages_get_n_lines (self->pages));
  return gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
}

static void
on_moment_changed (IlvCodeSheet *self)
{
  if (ilv_code_pages_find (self->pages, find_line (self)) != self->page)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Pages are turned for both windows. */
static gboolean
on_scroll (IlvCodeSheet *self, double dx G_GNUC_UNUSED, double dy)
{
  guint first, n_pages = ilv_code_pages_get_n_pages (self->pages);

  if (n_pages < 2 || dy == 0 || (dy < 0 && self->page == 0) || (dy > 0 && self->page + 1 == n_pages))
    return GDK_EVENT_PROPAGATE;
  ilv_code_pages_get (self->pages, dy > 0 ? self->page + 1 : self->page - 1, &first, NULL, NULL);
  ilv_comparison_stage_set_code_line (self->stage, self->side, first);
  return GDK_EVENT_STOP;
}

static int
measure_height (GtkWidget *label, int width)
{
  int height;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
ilv_code_sheet_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size G_GNUC_UNUSED,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  IlvCodeSheet *self = ILV_CODE_SHEET (widget);
  GtkWidget *const children[] = { self->title, self->paper, self->code };

  /* What is not measured cannot be allocated. */
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_measure (children[i], orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height, double factor)
{
  GskTransform *transform
    = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y));

  transform = gsk_transform_scale (transform, (float) factor, (float) factor);
  gtk_widget_allocate (child, (int) (width / factor), (int) ceil (height / factor), -1, transform);
}

/* As large as it can be with no line broken and all in sight; or else as small as it may be, and parted
 * into pages if need be. Returns: how many times as large as the smallest size. */
static double
part (IlvCodeSheet *self, int width, int height, int lines_height)
{
  int text_x = ilv_code_scene_get_text_x (ILV_CODE_SCENE (self->code));
  double factor = ilv_code_pages_fit (self->pages, self->code, width, height, text_x);

  if (factor < 1)
    ilv_code_pages_break (self->pages, self->code, width - text_x, height, height - lines_height);
  return CLAMP (factor, 1, MAX_FACTOR);
}

static void
ilv_code_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  IlvCodeSheet *self = ILV_CODE_SHEET (widget);
  int title_height = measure_height (self->title, width);
  g_autoptr (PangoLayout) lines = create_lines (self);
  int top = title_height + GAP;
  int lines_height, page_height, code_height;
  double factor;
  guint first;

  pango_layout_get_pixel_size (lines, NULL, &lines_height);
  factor = part (self, width - 2 * PADDING, height - top - 2 * PADDING, lines_height + GAP);
  self->page = ilv_code_pages_find (self->pages, find_line (self));
  ilv_code_pages_get (self->pages, self->page, &first, NULL, &page_height);
  code_height = (int) (page_height * factor);
  allocate (self->title, 0, 0, width, title_height, 1);
  allocate (self->paper, 0, top, width, code_height + 2 * PADDING, 1);
  allocate (self->code, PADDING, top + PADDING, width - 2 * PADDING, code_height, factor);
  if (first != self->first_line)
    ilv_code_scene_show_line (ILV_CODE_SCENE (self->code), first);
  self->first_line = first;
}

static void
ilv_code_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvCodeSheet *self = ILV_CODE_SHEET (widget);
  g_autoptr (PangoLayout) lines = create_lines (self);
  GdkRGBA colour;
  int height;

  GTK_WIDGET_CLASS (ilv_code_sheet_parent_class)->snapshot (widget, snapshot);

  if (ilv_code_pages_get_n_pages (self->pages) < 2)
    return;
  pango_layout_get_pixel_size (lines, NULL, &height);
  ilv_compat_get_widget_colour (widget, &colour);
  colour.alpha *= LINES_ALPHA;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT (PADDING, (float) (gtk_widget_get_height (widget) - height)));
  gtk_snapshot_append_layout (snapshot, lines, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
ilv_code_sheet_dispose (GObject *object)
{
  IlvCodeSheet *self = ILV_CODE_SHEET (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->paper, gtk_widget_unparent);
  g_clear_pointer (&self->code, gtk_widget_unparent);
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (ilv_code_sheet_parent_class)->dispose (object);
}

static void
ilv_code_sheet_finalize (GObject *object)
{
  ilv_code_pages_free (ILV_CODE_SHEET (object)->pages);

  G_OBJECT_CLASS (ilv_code_sheet_parent_class)->finalize (object);
}

static void
ilv_code_sheet_class_init (IlvCodeSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_code_sheet_dispose;
  G_OBJECT_CLASS (klass)->finalize = ilv_code_sheet_finalize;
  widget_class->measure = ilv_code_sheet_measure;
  widget_class->size_allocate = ilv_code_sheet_size_allocate;
  widget_class->snapshot = ilv_code_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "codesheet");
}

static void
ilv_code_sheet_init (IlvCodeSheet *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  self->pages = ilv_code_pages_new ();
  self->title
    = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->title, "code-name");
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  self->paper = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->paper, "code-paper");
  gtk_widget_set_parent (self->paper, GTK_WIDGET (self));
  self->code = ilv_code_scene_new ();
  ilv_code_scene_set_paged (ILV_CODE_SCENE (self->code));
  gtk_widget_set_parent (self->code, GTK_WIDGET (self));
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

GtkWidget *
ilv_code_sheet_new (IlvComparisonStage *stage, IlvSide side)
{
  IlvCodeSheet *self;
  IlvPlayhead *playhead;

  g_return_val_if_fail (ILV_IS_COMPARISON_STAGE (stage), NULL);
  g_return_val_if_fail (side < ILV_N_SIDES, NULL);

  self = g_object_new (ILV_TYPE_CODE_SHEET, NULL);
  self->stage = g_object_ref (stage);
  self->side = side;
  playhead = ilv_comparison_view_get_playhead (ilv_comparison_stage_get_view (stage));
  ilv_scene_set_playhead (ILV_SCENE (self->code), playhead);
  /* After the code, which lights its lines then. */
  g_signal_connect_object (playhead, "notify::position-ns", G_CALLBACK (on_moment_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
ilv_code_sheet_update (IlvCodeSheet *self, const char *title)
{
  IlvCodePane *pane;
  g_autofree char *text = NULL;
  gboolean changed;

  g_return_if_fail (ILV_IS_CODE_SHEET (self));

  pane = ilv_comparison_view_get_code (ilv_comparison_stage_get_view (self->stage));
  text = ilv_code_pane_dup_text (pane, self->side);
  changed = ilv_code_pages_set_text (self->pages, text != NULL ? text : "");
  gtk_label_set_label (GTK_LABEL (self->title), title);
  ilv_code_scene_set_language (ILV_CODE_SCENE (self->code),
                               ilv_code_pane_get_language (pane, self->side));
  ilv_code_scene_set_text (ILV_CODE_SCENE (self->code), ilv_code_pages_get_text (self->pages));
  ilv_scene_set_trace (ILV_SCENE (self->code),
                       ilv_comparison_stage_get_trace (self->stage, self->side));
  if (changed)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    on_moment_changed (self);
}

int
ilv_code_sheet_get_text_width (IlvCodeSheet *self)
{
  int width;

  g_return_val_if_fail (ILV_IS_CODE_SHEET (self), 0);

  ilv_code_pages_measure (self->pages, self->code, &width, NULL);
  return width + ilv_code_scene_get_text_x (ILV_CODE_SCENE (self->code)) + 2 * PADDING;
}

void
ilv_code_sheet_get_lines (IlvCodeSheet *self, guint *first_line, guint *n_seen, guint *n_lines)
{
  guint first, end;

  g_return_if_fail (ILV_IS_CODE_SHEET (self));

  ilv_code_pages_get (self->pages, self->page, &first, &end, NULL);
  *first_line = first;
  *n_seen = end - first;
  *n_lines = ilv_code_pages_get_n_lines (self->pages);
}
