// The line is down: a member's phone fetches her points from the head office and shows them to the till. Codes get
// lost, come late, and are shown again long after.
#include "tests/sim/clerk.hpp"

namespace guitai::sim {

// After the till said that it has too few in hand. True where they are on the ticket after all.
bool Clerk::fetch_by_phone(const Ticket& ticket, std::int64_t wanted)
{
    if (act(AskByPhone{wanted}) != Did::yes) return false;
    const std::string link{m_till.view().cart.redeem.phone_link};
    if (link.empty()) return m_till.view().cart.redeem.points > 0; // They were in the hand meanwhile.
    const auto code = m_till.phone_fetches(ticket.member, link);
    if (code) m_codes.push_back(*code);
    if (code && m_dice.percent(70) && act(ScanBarcode{*code}) == Did::yes) {
        if (m_till.view().cart.redeem.points > 0) return true;
        // The purse may be another one by now, of a family or of who was entered twice: this till has not heard of it.
        const BannerView& why{m_till.view().banner};
        if (why.code == "points.only_offline") return false;
        wonder("takes the code of a phone and no points with it: " + why.code + " " + why.detail);
    }
    if (!m_name.empty()) act(RedeemPoints{});
    return false;
}

// Whoever shows it: it was used, it is of another start of the till, or its points go home again.
void Clerk::show_old_code()
{
    if (m_codes.empty() || m_dice.percent(70)) return;
    act(ScanBarcode{m_dice.pick(m_codes)});
}

} // namespace guitai::sim
