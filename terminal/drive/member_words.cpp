// The member's file: what she likes and can not have, what is put right in her profile, what she agrees to.
#include "terminal/drive/answers.hpp"
#include "terminal/drive/words.hpp"

#include <array>
#include <string>
#include <utility>

namespace guitai::drive {
namespace {

// Empty: the member of the ticket.
std::string customer(Fields& fields) { return fields.text_or(customer_field(fields), ""); }

Answer on_member(Request& request, const Command& command)
{
    const std::string named{customer(request.fields)};
    if (auto done = act(request, command); !done) return refuse(done.error());
    const TillView& view{request.till.view()};
    const auto& member = named.empty() ? view.cart.member : view.member;
    const auto& shown = member ? member : view.cart.member;
    return shown ? Answer{JsonObject{}.object("member", member_of(*shown))} : Answer{JsonObject{}};
}

Answer show_member(Request& request)
{
    return on_member(request, ShowMember{request.fields.text(customer_field(request.fields))});
}

Answer note_member(Request& request)
{
    Fields& fields{request.fields};
    return on_member(request, NoteMember{customer(fields), fields.word<NoteKind>("kind"),
                                         fields.text("about")});
}

Answer drop_note(Request& request)
{
    return on_member(request, DropNote{customer(request.fields), {request.fields.text("note")}});
}

Answer open_complaint(Request& request)
{
    Fields& fields{request.fields};
    return on_member(request, OpenComplaint{customer(fields), fields.word<ComplaintMatter>("matter"),
                                            fields.text("about"), {fields.text_or("sku", "")}});
}

// Those of this shop that are not closed, as they stand after `command`.
Answer on_complaints(Request& request, const Command& command)
{
    if (auto done = act(request, command); !done) return refuse(done.error());
    JsonArray complaints;
    for (const ComplaintView& one : request.till.view().complaints) complaints.object(complaint_of(one));
    return JsonObject{}.array("complaints", complaints);
}

Answer answer_complaint(Request& request)
{
    Fields& fields{request.fields};
    return on_complaints(request, AnswerComplaint{{fields.text("complaint")}, fields.word<ComplaintDuty>("duty"),
                                                  fields.text("words")});
}

Answer list_complaints(Request& request) { return on_complaints(request, ListComplaints{}); }

Answer correct_member(Request& request)
{
    Fields& fields{request.fields};
    return on_member(request, CorrectMember{customer(fields), fields.word<ProfilePart>("part"),
                                            fields.text("value")});
}

Answer skip_question(Request& request) { return on_member(request, SkipQuestion{}); }

Answer answer_consent(Request& request)
{
    Fields& fields{request.fields};
    AnswerConsent command;
    command.phone_or_card = customer(fields);
    command.purpose = fields.word<ConsentPurpose>("purpose");
    command.channel = fields.word<ConsentChannel>("channel");
    command.answer = fields.word<ConsentAnswer>("answer");
    return on_member(request, command);
}

Answer accept_cannot(Request& request)
{
    Fields& fields{request.fields};
    return on_ticket(request, AcceptCannot{{fields.text("note")}, {fields.text("sku")}, fields.text("reason")});
}

Answer choose_password(Request& request)
{
    Fields& fields{request.fields};
    return on_member(request, ChoosePassword{customer(fields), fields.text_or("old_password", ""),
                                             fields.text("password")});
}

Answer give_adviser_key(Request& request)
{
    Fields& fields{request.fields};
    if (auto done = act(request, GiveAdviserKey{fields.text_or("name", ""), fields.text("pin")}); !done) {
        return refuse(done.error());
    }
    return JsonObject{};
}

Answer open_file(Request& request)
{
    Fields& fields{request.fields};
    return on_member(request, OpenFile{customer(fields), fields.text_or("name", ""), fields.text_or("pin", ""),
                                       fields.text_or("password", "")});
}

Answer close_file(Request& request)
{
    if (auto done = act(request, CloseFile{}); !done) return refuse(done.error());
    return JsonObject{};
}

Answer own_file(Request& request, const Command& command)
{
    if (auto done = act(request, command); !done) return refuse(done.error());
    const auto& own = request.till.view().own;
    return own ? Answer{JsonObject{}.object("own", own_of(*own))} : Answer{JsonObject{}};
}

Answer show_own(Request& request)
{
    return own_file(request, ShowOwnFile{customer(request.fields), request.fields.text("password")});
}

Answer ask_privacy(Request& request)
{
    return own_file(request, AskPrivacy{request.fields.word<PrivacyWish>("wish")});
}

Answer join_family(Request& request)
{
    Fields& fields{request.fields};
    return on_member(request, JoinFamily{customer(fields), fields.text("with"),
                                         fields.word<Generation>("generation")});
}

Answer leave_family(Request& request) { return on_member(request, LeaveFamily{customer(request.fields)}); }

} // namespace

Handler member_handler(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Handler>, 18> words{{
        {"show_member", show_member},
        {"note_member", note_member},
        {"drop_note", drop_note},
        {"open_complaint", open_complaint},
        {"answer_complaint", answer_complaint},
        {"complaints", list_complaints},
        {"correct_member", correct_member},
        {"skip_question", skip_question},
        {"answer_consent", answer_consent},
        {"accept_cannot", accept_cannot},
        {"choose_password", choose_password},
        {"give_adviser_key", give_adviser_key},
        {"open_file", open_file},
        {"close_file", close_file},
        {"show_own", show_own},
        {"ask_privacy", ask_privacy},
        {"join_family", join_family},
        {"leave_family", leave_family},
    }};
    for (const auto& [known, handler] : words) {
        if (known == word) return handler;
    }
    return nullptr;
}

} // namespace guitai::drive
