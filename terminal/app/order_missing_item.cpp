#include "terminal/app/order_missing_item.hpp"

#include "terminal/app/attach_member.hpp"
#include "terminal/app/edit_cart.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/talk.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::size_t text_bytes_max{600};

// The member on the ticket need not say again what is known of her.
Recipient completed(const Desk& desk, Recipient recipient)
{
    if (!desk.state.member) return recipient;
    if (recipient.name.empty()) recipient.name = desk.state.member->name;
    if (recipient.phone.empty()) recipient.phone = desk.state.member->phone;
    return recipient;
}

// Lying ready in another shop: its code stands where an address would.
Result<void> send_to_shop(const Desk& desk, const Sku& sku, const PlaceCode& place, Recipient& recipient)
{
    const auto elsewhere = desk.ports.catalogue.stock_elsewhere(sku);
    const auto there = std::find_if(elsewhere.begin(), elsewhere.end(), [&](const CatalogueReader::FarStock& stock) {
        return stock.place == place && stock.kind == PlaceKind::shop && stock.pieces > 0;
    });
    if (there == elsewhere.end()) return refuse("order.not_there", cut_to(place.text, text_bytes_max));
    recipient.address = place.text;
    return {};
}

OrderTerms terms_of(const Desk& desk, const CatalogueItem& product, Delivery delivery, Recipient recipient)
{
    OrderTerms terms;
    terms.delivery = delivery;
    terms.recipient = std::move(recipient);
    if (delivery == Delivery::ship) terms.fee = std::max(desk.state.view.shop.delivery_fee, Money{});
    const GridView grid{desk.ports.catalogue.grid(product.style)};
    terms.stock_as_of_ms = grid.as_of_ms;
    terms.was_missing = std::any_of(grid.cells.begin(), grid.cells.end(), [&](const CellView& cell) {
        return cell.sku == product.sku && cell.here <= 0;
    });
    return terms;
}

} // namespace

Result<void> check_slot(const Desk& desk, Delivery delivery, const std::string& slot)
{
    if (slot.empty()) return {};
    constexpr std::size_t date_size{10};
    constexpr std::int64_t days_ahead_max{30};
    const std::string date{slot.substr(0, date_size)};
    const std::string window{slot.size() > date_size + 1 ? slot.substr(date_size + 1) : std::string{}};
    const auto& windows = desk.state.rules.delivery_slots;
    const bool is_ours{std::find(windows.begin(), windows.end(), window) != windows.end()};
    const bool is_good{delivery == Delivery::ship && is_ours && slot[date_size] == ' ' && is_iso_date(date)};
    if (!is_good || date < desk.today() || date > date_plus_days(desk.today(), days_ahead_max)) {
        return refuse("delivery.bad_slot", cut_to(slot, text_bytes_max));
    }
    return {};
}

Result<void> check_recipient(const Recipient& recipient, Delivery delivery)
{
    if (recipient.name.size() > text_bytes_max || recipient.address.size() > text_bytes_max) {
        return refuse("order.incomplete", "too long");
    }
    if (recipient.phone.empty()) return refuse("order.needs_phone");
    if (auto phone = read_phone(recipient.phone); !phone) return refuse(phone.error());
    if (delivery != Delivery::ship) return {};
    if (recipient.name.empty()) return refuse("order.incomplete", "name");
    if (recipient.address.empty()) return refuse("order.incomplete", "address");
    return {};
}

Result<OrderTerms> order_terms(const Desk& desk, const CatalogueItem& product, Delivery delivery,
                               Recipient recipient, const PlaceCode& collect_at)
{
    recipient = completed(desk, std::move(recipient));
    if (auto complete = check_recipient(recipient, delivery); !complete) return refuse(complete.error());
    if (delivery == Delivery::collect) {
        if (auto sent = send_to_shop(desk, product.sku, collect_at, recipient); !sent) return refuse(sent.error());
    }
    return terms_of(desk, product, delivery, std::move(recipient));
}

Result<void> perform(Desk& desk, const OrderItem& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    const auto product = find_goods(desk, command.sku);
    if (!product) return refuse(product.error());
    auto terms = order_terms(desk, *product, command.delivery, command.recipient, command.collect_at);
    if (!terms) return refuse(terms.error());
    if (auto slot = check_slot(desk, command.delivery, command.slot); !slot) return slot;
    terms->slot = command.slot;
    const auto line = desk.state.cart.add_order(*product, command.quantity, std::move(*terms));
    if (!line) return refuse(line.error());
    show_cart(desk, *line);
    return {};
}

// Asked for, not here, not bought: worth ten seconds, for it is what to buy next season.
Result<void> perform(Desk& desk, const RecordMiss& command)
{
    if (command.style.text.size() + command.colour.size() + command.size.size() > text_bytes_max) {
        return refuse("miss.too_long");
    }
    MissRecorded miss;
    miss.miss = desk.ports.days.counts().misses + 1;
    miss.store = desk.state.view.shop.store;
    miss.staff = desk.staff();
    if (desk.state.member) miss.member = desk.state.member->member;
    miss.business_date = business_date(desk);
    miss.style = command.style;
    miss.colour = command.colour;
    miss.size = command.size;
    miss.reason = command.reason;
    advance_talk(desk, TalkStep::show);
    miss.talk = talk_to_write(desk);
    desk.write({miss});
    keep_talk(desk, miss.talk);
    // With nothing on the ticket she goes, and the next one to come is another customer.
    if (desk.state.cart.is_empty()) desk.state.talk = {};
    desk.state.view.noted_miss = miss.miss;
    return {};
}

} // namespace guitai
