// What is written into a member's file: a note, a part of her profile, what she agrees to, what she complains of.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <optional>

namespace guitai::ui {

struct MemberFileMemory {
    enum Tab { note, profile, consent, complaint };
    bool open{false};
    int tab{note};
    NoteKind kind{NoteKind::like};
    TextEntry about;
    ProfilePart part{ProfilePart::name};
    TextEntry value;
    ConsentPurpose purpose{ConsentPurpose::offers};
    ComplaintMatter matter{ComplaintMatter::goods};
    Sku bad_goods; // Of her last purchases; empty: none of them is meant.
    ComplaintId answering; // Empty: a new complaint is written.
    ComplaintDuty duty{ComplaintDuty::call};
    // How many there were when it was said: the sheet closes once there is one more, and keeps words that were refused.
    std::optional<std::size_t> said;

    void show(Scene& scene, Tab wanted);
    // To write what was done for her; `complaint` is not closed.
    void answer(Scene& scene, const ComplaintView& complaint);
    // The profile's own word for `wanted` stands in the field.
    void show_part(Scene& scene, const MemberProfile& known, ProfilePart wanted);
};

// Over the page as long as `memory.open`.
void draw_member_file(Scene& scene, MemberFileMemory& memory, const MemberView& member);

} // namespace guitai::ui
