#include "terminal/app/permission.hpp"

#include "terminal/app/phone_approval.hpp"

#include <utility>

namespace guitai {

Result<void> must_be_signed_in(const Desk& desk, const Command& command)
{
    // A new till has nobody who could sign in before its first sync, and a terminal does not ask who is there.
    const bool free_for_all{std::holds_alternative<SignIn>(command) || std::holds_alternative<SetClock>(command) ||
                            std::holds_alternative<SyncNow>(command) || std::holds_alternative<HearCard>(command) ||
                            std::holds_alternative<CountTaps>(command) || std::holds_alternative<HearLease>(command) ||
                            std::holds_alternative<HearDoor>(command)};
    // What a member does for herself needs nobody of the shop.
    const bool with_her_password{
        std::holds_alternative<ShowOwnFile>(command) || std::holds_alternative<ChoosePassword>(command) ||
        std::holds_alternative<AskPrivacy>(command) || std::holds_alternative<CloseFile>(command)};
    const bool in_her_file{desk.state.view.own && std::holds_alternative<AnswerConsent>(command)};
    if (!free_for_all && !with_her_password && !in_her_file && !desk.state.staff) return refuse("staff.not_signed_in");
    return {};
}

bool comes_from_a_device(const Command& command)
{
    return std::holds_alternative<HearCard>(command) || std::holds_alternative<HearLease>(command) ||
           std::holds_alternative<HearDoor>(command) ||
           std::holds_alternative<SyncNow>(command) || std::holds_alternative<SetClock>(command);
}

Result<void> must_have_shift(const Desk& desk)
{
    if (desk.state.shift.shift == 0) return refuse("shift.not_open");
    return {};
}

Result<void> begin_edit(Desk& desk)
{
    if (auto open = must_have_shift(desk); !open) return open;
    if (!desk.state.tenders.empty()) return refuse("pay.under_way");
    desk.state.view.payment.done.reset();
    return {};
}

bool only_looks(const Command& command)
{
    return std::visit(
        [](const auto& one) {
            using One = std::decay_t<decltype(one)>;
            return std::is_same_v<One, SearchFor> || std::is_same_v<One, ChooseCategory> ||
                   std::is_same_v<One, ScrollTiles> || std::is_same_v<One, ShowMember> ||
                   std::is_same_v<One, OpenGrid> || std::is_same_v<One, ChooseCell> ||
                   std::is_same_v<One, CloseGrid> || std::is_same_v<One, ListOrders> ||
                   std::is_same_v<One, ShowOrder> || std::is_same_v<One, SyncNow> ||
                   std::is_same_v<One, FindSale> || std::is_same_v<One, BeginPriceCheck> ||
                   std::is_same_v<One, ListComplaints> ||
                   std::is_same_v<One, EndPriceCheck> || std::is_same_v<One, ExplainBarcode> ||
                   std::is_same_v<One, HearCard> || std::is_same_v<One, AskSuggestions> ||
                   std::is_same_v<One, StepTalk> || std::is_same_v<One, CountTaps> ||
                   std::is_same_v<One, RateFeeling> || std::is_same_v<One, HearLease> ||
                   std::is_same_v<One, HearDoor> || std::is_same_v<One, CloseFile> || std::is_same_v<One, ShowOwnFile>;
        },
        command);
}

Result<void> ask_approval(Desk& desk, Command command, std::string code, OverrideGiven given)
{
    given.asked_by = desk.staff();
    std::string detail{text_of(given.amount)};
    PendingCommand pending{.command = std::move(command), .code = code, .detail = detail, .given = std::move(given)};
    make_phone_request(desk, pending);
    desk.state.pending = std::move(pending);
    return refuse(std::move(code), std::move(detail));
}

} // namespace guitai
