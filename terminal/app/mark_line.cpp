#include "terminal/app/mark_line.hpp"

#include "terminal/app/permission.hpp"
#include "terminal/app/resolve_scan.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::size_t mark_bytes_max{60};

} // namespace

Result<void> check_marks(const Desk& desk)
{
    for (const CartLine& line : desk.state.cart.lines()) {
        if (lacks_serial(line)) return refuse("pay.needs_serial", line.product.name);
        if (lacks_lot(line)) return refuse("pay.needs_lot", line.product.name);
    }
    return {};
}

Result<void> check_unsold(const Desk& desk, const Sku& sku, const std::string& serial)
{
    if (serial.empty()) return {};
    const ReceiptNumber sold{desk.ports.days.sold_serial(sku, serial)};
    return sold.empty() ? Result<void>{} : refuse("cart.serial_sold", sold.text);
}

Result<void> take_scanned_serial(Desk& desk, const std::string& code)
{
    const auto& lines = desk.state.cart.lines();
    const auto waiting = std::find_if(lines.rbegin(), lines.rend(), lacks_serial);
    if (waiting == lines.rend()) return refuse("scan.unknown", visible_code(code));
    auto done = perform(desk, MarkLine{waiting->number, code, waiting->mark.lot});
    if (done) desk.state.view.banner = {"mark.scanned", code, false};
    return done;
}

Result<void> perform(Desk& desk, const MarkLine& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    const CartLine* const line{desk.state.cart.find(command.line)};
    if (line == nullptr) return refuse("cart.no_such_line", std::to_string(command.line));
    if (line->kind == LineKind::order) return refuse("cart.mark_not_here", line->product.name);
    if (command.serial.size() > mark_bytes_max || command.lot.size() > mark_bytes_max) {
        return refuse("cart.mark_too_long", std::to_string(mark_bytes_max));
    }
    if (auto unsold = check_unsold(desk, line->product.sku, command.serial); !unsold) return unsold;
    if (auto set = desk.state.cart.set_mark(command.line, {command.serial, command.lot}); !set) return set;
    show_cart(desk, command.line);
    return {};
}

} // namespace guitai
