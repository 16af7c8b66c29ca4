// One code, four meanings: goods, an order, a member or a receipt that comes back.
// Decided here and not by a screen, for a scan may come at any time.
#include "sync/events/carried_lease.hpp"
#include "terminal/app/attach_member.hpp"
#include "terminal/app/carried_lease.hpp"
#include "terminal/app/coupons.hpp"
#include "terminal/app/edit_cart.hpp"
#include "terminal/app/mark_line.hpp"
#include "terminal/app/resolve_scan.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <string>
#include <string_view>

namespace guitai {
namespace {

constexpr std::size_t code_bytes_max{gs1_bytes_max};

Result<void> sell(Desk& desk, const ResolvedScan& resolved)
{
    const PieceMark mark{resolved.scan.serial, resolved.scan.lot};
    if (!resolved.price.is_zero()) return put_labelled_on_ticket(desk, *resolved.product, resolved.price, mark);
    return put_on_ticket(desk, *resolved.product, resolved.quantity, mark);
}

Result<void> take_receipt(Desk& desk, const std::string& code)
{
    auto receipt = scanned_receipt(desk, code);
    if (!receipt) return refuse(receipt.error());
    if (receipt->proof == ReceiptProof::forged) return refuse("receipt.forged", receipt->receipt.text);
    // Another till's receipt may be asked for all the same: nothing is paid out on a QR alone.
    const ReceiptNumber number{receipt->receipt};
    desk.state.view.banner = {"scan.receipt", number.text, false};
    desk.state.view.scanned_receipt = std::move(*receipt);
    return perform(desk, FindSale{number, {}});
}

// "S01-3-000128": place, till and six digits or more.
bool is_receipt_number(std::string_view code)
{
    const auto first = code.find('-');
    const auto last = code.rfind('-');
    if (first == std::string_view::npos || first == last || first == 0) return false;
    const auto digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return digits(code.substr(first + 1, last - first - 1)) && digits(code.substr(last + 1)) &&
           code.size() - last - 1 >= 6;
}

} // namespace

Result<void> perform(Desk& desk, const ScanBarcode& command)
{
    if (desk.state.view.barcode_test.on) return perform(desk, ExplainBarcode{command.digits});
    desk.state.view.scanned_receipt.reset();
    if (looks_carried(carried_answer_mark, command.digits)) return take_carried(desk, command.digits);
    if (command.digits.size() > code_bytes_max) return refuse("scan.unknown", cut_to(command.digits, code_bytes_max));
    const ResolvedScan resolved{resolve_scan(desk, command.digits)};
    const std::string& code{resolved.scan.text};
    if (code.empty()) return refuse("scan.unknown");
    if (desk.state.view.price_check.on) {
        return perform(desk, CheckPrice{resolved.product ? resolved.found_by : code});
    }
    if (resolved.product) return sell(desk, resolved);
    if (resolved.scan.kind == ScanKind::signed_receipt) return take_receipt(desk, code);
    if (desk.ports.orders.find({code})) {
        show_order(desk, {code});
        return {};
    }
    if (const auto profile = desk.ports.members.find(code)) return attach_to_ticket(desk, *profile);
    if (const auto coupon = known_coupon(desk, code); coupon || coupon.error().code == "coupon.used") {
        return perform(desk, AddCoupon{code});
    }
    if (is_receipt_number(code)) return perform(desk, FindSale{{code}, {}});
    if (resolved.scan.trouble) return refuse(*resolved.scan.trouble);
    return take_scanned_serial(desk, code);
}

} // namespace guitai
