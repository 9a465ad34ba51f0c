/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-slide.h"

#include <glib/gi18n.h>

#include "ilv-code-sheet.h"

struct _IlvCodeSlide
{
  GtkWidget parent_instance;

  IlvComparisonStage *stage;
  GtkWidget *sheets[ILV_N_SIDES];
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (IlvCodeSlide, ilv_code_slide, GTK_TYPE_WIDGET)

#define GAP 48

static char *
make_title (IlvCodePane *pane, IlvSide side, gboolean shared)
{
  const char *name = ilv_code_pane_get_name (pane, side);
  IlvStrategy strategy = ilv_code_pane_get_strategy (pane, side);

  if (shared && strategy != ilv_code_pane_get_strategy (pane, 1 - side))
    /* Translators: %s is the name of a file with the code that both sides of a comparison run. */
    return g_strdup_printf (_ ("%s, on both sides"), name);
  /* Translators: the name of a file, and of the strategy that runs it, such as Python threads. */
  return g_strdup_printf (_ ("%s · %s"), name, ilv_strategy_get_title (strategy));
}

static gboolean
is_shared (const char *left, const char *right)
{
  return left != NULL && g_strcmp0 (left, right) == 0;
}

static void
update (IlvCodeSlide *self)
{
  IlvCodePane *pane = ilv_comparison_view_get_code (ilv_comparison_stage_get_view (self->stage));
  g_autofree char *left = ilv_code_pane_dup_text (pane, ILV_SIDE_LEFT);
  g_autofree char *right = ilv_code_pane_dup_text (pane, ILV_SIDE_RIGHT);
  gboolean shared = is_shared (left, right);
  const gboolean shown[] = { left != NULL, right != NULL && !shared };

  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      gtk_widget_set_visible (self->sheets[i], shown[i]);
      if (shown[i])
        {
          g_autofree char *title = make_title (pane, i, shared);

          ilv_code_sheet_update (ILV_CODE_SHEET (self->sheets[i]), title);
        }
    }
  gtk_widget_set_visible (self->empty, !shown[0] && !shown[1]);
}

static void
ilv_code_slide_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

/* Half of the room each; but what one does not need is the other's. */
static int
get_left_width (IlvCodeSlide *self, int width)
{
  int left = ilv_code_sheet_get_text_width (ILV_CODE_SHEET (self->sheets[ILV_SIDE_LEFT]));
  int right = ilv_code_sheet_get_text_width (ILV_CODE_SHEET (self->sheets[ILV_SIDE_RIGHT]));
  int half = (width - GAP) / 2;

  if (left < half && right > half)
    return MAX (left, width - GAP - right);
  if (right < half && left > half)
    return MIN (width - GAP - right, left);
  return half;
}

static void
allocate (GtkWidget *child, int x, int width, int height)
{
  if (gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, -1,
                         gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, 0)));
}

static void
ilv_code_slide_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  IlvCodeSlide *self = ILV_CODE_SLIDE (widget);
  gboolean both = gtk_widget_get_visible (self->sheets[ILV_SIDE_LEFT])
                  && gtk_widget_get_visible (self->sheets[ILV_SIDE_RIGHT]);
  int left_width = both ? get_left_width (self, width) : width;

  allocate (self->sheets[ILV_SIDE_LEFT], 0, left_width, height);
  allocate (self->sheets[ILV_SIDE_RIGHT], both ? left_width + GAP : 0,
            both ? width - GAP - left_width : width, height);
  allocate (self->empty, 0, width, height);
}

static void
ilv_code_slide_dispose (GObject *object)
{
  IlvCodeSlide *self = ILV_CODE_SLIDE (object);

  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_clear_pointer (&self->sheets[i], gtk_widget_unparent);
  g_clear_pointer (&self->empty, gtk_widget_unparent);
  g_clear_object (&self->stage);

  G_OBJECT_CLASS (ilv_code_slide_parent_class)->dispose (object);
}

static void
ilv_code_slide_class_init (IlvCodeSlideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_code_slide_dispose;
  widget_class->measure = ilv_code_slide_measure;
  widget_class->size_allocate = ilv_code_slide_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "codeslide");
}

static void
ilv_code_slide_init (IlvCodeSlide *self)
{
  self->empty = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "label",
                              _ ("As it is set now, neither side runs code of its own."), NULL);
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
}

GtkWidget *
ilv_code_slide_new (IlvComparisonStage *stage)
{
  IlvCodeSlide *self;

  g_return_val_if_fail (ILV_IS_COMPARISON_STAGE (stage), NULL);

  self = g_object_new (ILV_TYPE_CODE_SLIDE, NULL);
  self->stage = g_object_ref (stage);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      self->sheets[i] = ilv_code_sheet_new (stage, i);
      gtk_widget_set_parent (self->sheets[i], GTK_WIDGET (self));
    }
  g_signal_connect_object (stage, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
