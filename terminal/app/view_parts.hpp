// Brings one part of the view up to date each; a command calls those whose part
// it touched. A scan touches the ticket only: nothing else is read from the store.
#pragma once

#include "terminal/app/till_state.hpp"

#include <set>
#include <string>

namespace guitai {

// How many tiles the view holds from the first one wanted.
inline constexpr std::int64_t tiles_window{60};
inline constexpr std::int64_t orders_window{200};

// "枫红 165/88A": what tells one item of a style from another.
[[nodiscard]] std::string variant_of(const CatalogueItem& product);

// Her name, or her phone where nobody wrote one down.
[[nodiscard]] std::string shown_name(const MemberProfile& member);

// Prices the ticket again, and with it what is still to pay and how much of each tile is on it.
void show_cart(Desk& desk, LineNumber last_touched = 0);
void show_session(Desk& desk);
void show_tiles(Desk& desk);
// The tiles from the first one wanted; categories and their number stay as they were read.
void show_tile_window(Desk& desk);
// Those of `styles` that are shown, read again after a sale.
void show_tiles_of(Desk& desk, const std::set<StyleId>& styles);
// The open grid, read again with the ways for its chosen cell.
void show_grid(Desk& desk);
// How much of each tile and of each cell is on the ticket; reads nothing.
void show_amounts_on_ticket(Desk& desk);
void show_parked(Desk& desk);
void show_orders(Desk& desk);
void show_order(Desk& desk, const OrderId& order);
void show_close(Desk& desk);
// What is kept of a member, read now; and what is seen of it while her keys are not both turned.
[[nodiscard]] MemberView whole_member_view(const Desk& desk, const MemberProfile& profile);
[[nodiscard]] MemberView member_view(const Desk& desk, const MemberProfile& profile);
// Puts her on the ticket: what is seen of her, and the whole of her profile, which prices and papers need.
void put_on_ticket(Desk& desk, const MemberProfile& profile);
// Reads the attached member and the one on the member screen again.
void show_members(Desk& desk);
// Clock, lamp, printer, approval: cheap, done after every command.
void show_frame(Desk& desk);

// What was settled with the member at this visit; the next one begins anew.
void forget_visit(Desk& desk);
// Empties the ticket and all that belongs to it.
void forget_ticket(Desk& desk);

} // namespace guitai
