// One code, four meanings: goods, a member, an order or a receipt whose goods come back. Decided here and not by
// a screen, for a scan may come at any time.
#include "terminal/app/attach_member.hpp"
#include "terminal/app/edit_cart.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <string>
#include <string_view>

namespace guitai {
namespace {

constexpr std::size_t code_bytes_max{255}; // As long as a SKU may be.;

// A blank inside may belong to the code; what a scanner puts around it does not.
std::string trimmed(std::string_view text)
{
    constexpr std::string_view blanks{" \t\r\n\v\f"};
    const auto from = text.find_first_not_of(blanks);
    if (from == std::string_view::npos) return {};
    return std::string{text.substr(from, text.find_last_not_of(blanks) - from + 1)};
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
    const std::string code{trimmed(command.digits)};
    if (code.empty() || code.size() > code_bytes_max) return refuse("scan.unknown", cut_to(code, code_bytes_max));
    if (desk.state.view.price_check.on) return perform(desk, CheckPrice{code});
    if (const auto product = desk.ports.catalogue.find_code(code)) {
        return put_on_ticket(desk, *product, Quantity::pieces(1));
    }
    if (desk.ports.orders.find({code})) {
        show_order(desk, {code});
        return {};
    }
    if (const auto profile = desk.ports.members.find(code)) return attach_to_ticket(desk, *profile);
    if (is_receipt_number(code)) return perform(desk, FindSale{{code}, {}});
    return refuse("scan.unknown", code);
}

} // namespace guitai
