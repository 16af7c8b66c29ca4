// Members at a counter with their own keys: they choose a password, look at themselves, ask for a copy; now and then
// they mistype, and an adviser opens a file with them.
#include "tests/sim/clerk.hpp"

#include <array>

namespace guitai::sim {
namespace {

constexpr std::array<std::string_view, 2> passwords{"271828", "314159"};

} // namespace

void Clerk::use_keys()
{
    const std::string phone{phone_of(m_dice.below(8))};
    if (act(ShowMember{phone}) != Did::yes) return;
    const bool has_password{m_till.view().member->keys.has_password};
    const std::string first{passwords[static_cast<std::size_t>(m_dice.below(2))]};
    const std::string second{passwords[static_cast<std::size_t>(m_dice.below(2))]};
    if (!has_password || m_dice.percent(20)) {
        act(ChoosePassword{phone, has_password ? first : std::string{}, second}, "password_chosen");
        return;
    }
    if (m_dice.percent(20)) {
        act(OpenFile{phone, {}, {}, {}});
        return;
    }
    if (act(ShowOwnFile{phone, first}, "file_accessed") != Did::yes) return;
    if (m_dice.percent(30)) act(AskPrivacy{PrivacyWish::copy}, "privacy_asked");
    act(CloseFile{});
}

} // namespace guitai::sim
