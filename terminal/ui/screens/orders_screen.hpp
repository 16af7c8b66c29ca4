// The orders of the shop: a list by state, and one of them with its promise, its
// history and what may be done to it next. The order's own table says what may.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <map>
#include <string>

namespace guitai::ui {

enum class OrderSheet { none, cancel, collect, reject, hand_over, brought, not_brought };

// The parcel that the carrier takes.
struct ParcelMemory {
    bool began{false};
    bool on_carrier{false}; // Which of the two is being written.
    TextEntry carrier, tracking;
    StaffName runner{}; // Not empty: a person of this shop brings it.
};

// What is written down when the runner is back from a door where nothing was ever brought before.
struct TripMemory {
    bool began{false};
    bool on_payday{false}; // Which of the two is being written.
    TextEntry monthly_use, payday;
};

struct OrdersMemory {
    OrderSheet sheet{OrderSheet::none};
    bool reading_detail{false};            // On a narrow page the detail stands in the list's place.
    std::map<std::string, int> counts;     // By state, of the last list of all that is going on.
    KineticScroll list, history;
    ParcelMemory parcel;
    TripMemory trip;
};

enum class OrdersWish { none, change_address, health };

[[nodiscard]] OrdersWish draw_orders(Scene& scene, OrdersMemory& memory, Rect page);
// The chosen order, drawn on a card. Wishes for the address form where the address is to change.
[[nodiscard]] OrdersWish draw_order_detail(Scene& scene, OrdersMemory& memory, const Rect& card);

// The sheet over it, where one is open.
void draw_order_sheet(Scene& scene, OrdersMemory& memory, const OrderDetail& detail);

struct StateLook {
    Tone tone{Tone::plain};
    const char* icon{nullptr};
};
[[nodiscard]] StateLook look_of(OrderState state);
[[nodiscard]] std::string state_words(const Scene& scene, OrderState state);
// What this till said and nobody has answered yet.
[[nodiscard]] std::string said_words(const Scene& scene, OrderSaid said);
// She was at home then, and nobody has brought it.
[[nodiscard]] bool is_slot_over(const Scene& scene, const OrderBrief& order);
// Days past the promise of an order that is not there yet; 0 when it is in time.
[[nodiscard]] std::int64_t days_late(const Scene& scene, const OrderBrief& order);

} // namespace guitai::ui
