// What a clerk writes into a member's file, and what has to be said before she pays.
#include "tests/sim/clerk.hpp"

#include <fmt/format.h>

#include <array>

namespace guitai::sim {
namespace {

// The second is a category of the chain, so that a ticket may hold what she can not have.
constexpr std::array<std::string_view, 3> abouts{"红色", "外套", "靠窗的座位"};
constexpr std::array<ProfilePart, 5> parts{ProfilePart::usual_size, ProfilePart::birthday, ProfilePart::note,
                                           ProfilePart::form_of_address, ProfilePart::monthly_use};

} // namespace

void Clerk::write_in_file()
{
    const std::string phone{phone_of(m_dice.below(8))};
    if (act(ShowMember{phone}) != Did::yes) return;
    const MemberId member{m_till.view().member->profile.member};
    const std::int64_t what{m_dice.below(100)};
    if (what < 30) note(phone, member);
    else if (what < 52) correct(phone);
    else if (what < 70) ask_family(phone);
    else if (what < 85) ask_consent(phone);
    else complain(phone, member);
}

void Clerk::note(const std::string& phone, const MemberId& member)
{
    const auto notes = look([&](TillStore& store) { return store.member_files().notes(member); });
    if (!notes) return;
    if (!notes->empty() && m_dice.percent(40)) {
        act(DropNote{phone, m_dice.pick(*notes).note}, "member_noted");
        return;
    }
    const auto kind = static_cast<NoteKind>(m_dice.below(4));
    act(NoteMember{phone, kind, std::string{abouts[static_cast<std::size_t>(m_dice.below(3))]}}, "member_noted");
}

void Clerk::correct(const std::string& phone)
{
    const ProfilePart part{parts[static_cast<std::size_t>(m_dice.below(5))]};
    std::string value{fmt::format("{}", m_dice.between(1, 99))};
    if (part == ProfilePart::birthday) value = fmt::format("1990-0{}-11", m_dice.between(1, 9));
    act(CorrectMember{phone, part, value}, "member_corrected");
}

void Clerk::ask_consent(const std::string& phone)
{
    const auto answer = static_cast<ConsentAnswer>(m_dice.between(1, 4));
    act(AnswerConsent{phone, ConsentPurpose::offers, ConsentChannel::sms, answer}, "consent_given");
}

void Clerk::ask_family(const std::string& phone)
{
    if (m_dice.percent(40)) {
        act(LeaveFamily{phone}, "family_asked");
        return;
    }
    const auto generation = static_cast<Generation>(m_dice.between(1, 3));
    act(JoinFamily{phone, phone_of(m_dice.below(8)), generation}, "family_asked");
}

// She complains, or somebody does for her what was promised; now and then files it too early.
void Clerk::complain(const std::string& phone, const MemberId& member)
{
    const auto cases = look([&](TillStore& store) { return store.complaints().of_member(member); });
    if (!cases) return;
    const auto due = cases->empty() ? std::nullopt : next_duty(cases->back());
    if (!due || m_dice.percent(30)) {
        const auto matter = static_cast<ComplaintMatter>(m_dice.below(5));
        act(OpenComplaint{phone, matter, "等了很久也没有人来招呼", {}}, "complaint_opened");
        return;
    }
    const ComplaintDuty duty{m_dice.percent(20) ? ComplaintDuty::archive : due->duty};
    const std::string words{fmt::format("第 {} 次在 {} 号机写下的经过", ++m_answers, m_till.number())};
    act(AnswerComplaint{cases->back().complaint.complaint, duty, words}, "complaint_answered");
}

// False where the ticket is lost.
bool Clerk::accept_all()
{
    while (!m_till.view().cart.cannot.empty()) {
        const CannotView one{m_till.view().cart.cannot.front()};
        if (act(AcceptCannot{one.note, one.sku, "买来送人"}, "cannot_accepted") != Did::yes) return false;
    }
    return true;
}

} // namespace guitai::sim
