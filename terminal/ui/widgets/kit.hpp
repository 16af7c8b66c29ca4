// Every part of the kit, for screens.
#pragma once

#include "terminal/ui/phrases.hpp"
#include "terminal/ui/widgets/buttons.hpp"
#include "terminal/ui/widgets/cart_line.hpp"
#include "terminal/ui/widgets/chart.hpp"
#include "terminal/ui/widgets/field.hpp"
#include "terminal/ui/widgets/garment.hpp"
#include "terminal/ui/widgets/grid_cell.hpp"
#include "terminal/ui/widgets/keyboard.hpp"
#include "terminal/ui/widgets/kinetic_scroll.hpp"
#include "terminal/ui/widgets/list_row.hpp"
#include "terminal/ui/widgets/notes.hpp"
#include "terminal/ui/widgets/number_pad.hpp"
#include "terminal/ui/widgets/product_tile.hpp"
#include "terminal/ui/widgets/sheet.hpp"
#include "terminal/ui/widgets/touch.hpp"
